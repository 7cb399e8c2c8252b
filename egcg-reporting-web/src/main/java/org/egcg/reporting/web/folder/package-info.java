/**
 * What would the folder of a run become that was dropped on a page?
 *
 * <p>{@link org.egcg.reporting.web.folder.DroppedFolders} keeps what was sent in a directory of its own, reads it as the
 * command line does, and tells or does what it makes; {@link org.egcg.reporting.web.folder.OwnDocuments} are the documents
 * of this service as an import sees them. How folders are read is the business of the client.
 */
package org.egcg.reporting.web.folder;
