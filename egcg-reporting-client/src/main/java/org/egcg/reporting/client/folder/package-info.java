/**
 * What does the folder of a run say, and how does it get into the service?
 *
 * <p>Start with {@link org.egcg.reporting.client.folder.RunFolder}, which reads, and
 * {@link org.egcg.reporting.client.folder.Importer}, which stores. How single files are read is the business of the packages
 * in {@code internal}. Needs {@code commons-csv}, and {@code commons-compress} for archives.
 */
@NullMarked
package org.egcg.reporting.client.folder;

import org.jspecify.annotations.NullMarked;
