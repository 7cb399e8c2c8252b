/**
 * Where do settings come from? {@link org.egcg.reporting.config.ReportingConfig} finds and reads the configuration
 * file; {@link org.egcg.reporting.config.ConfigDirectory} gives the files beside it (schema, thresholds, columns),
 * each with a packaged default. What a setting means is decided in the room that uses it; that room receives a record
 * and never sees a file.
 */
@NullMarked
package org.egcg.reporting.config;

import org.jspecify.annotations.NullMarked;
