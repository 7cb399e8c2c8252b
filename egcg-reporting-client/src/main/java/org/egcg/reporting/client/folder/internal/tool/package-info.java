/**
 * What do tools say of samples?
 *
 * <p>{@link org.egcg.reporting.client.folder.internal.tool.ToolMappings} says which fields their numbers become, as
 * {@code import_mappings.yaml} has it; {@link org.egcg.reporting.client.folder.internal.tool.SampleMetrics} reads the files.
 * For this project's own use.
 */
@NullMarked
package org.egcg.reporting.client.folder.internal.tool;

import org.jspecify.annotations.NullMarked;
