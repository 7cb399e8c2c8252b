/**
 * How does a shell talk to the reporting API?
 *
 * <p>Start with {@link org.egcg.reporting.client.cli.ReportingCommand}: one class per subcommand, with the options they
 * share in {@code Connection} and {@code QueryOptions}. Documents go to the standard output as JSON, everything else to the
 * standard error. These classes need picocli, which only the {@code -cli} jar brings; the library does not use them.
 */
@NullMarked
package org.egcg.reporting.client.cli;

import org.jspecify.annotations.NullMarked;
