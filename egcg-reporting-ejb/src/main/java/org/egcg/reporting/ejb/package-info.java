/**
 * How do beans of an application get at the library? {@link org.egcg.reporting.ejb.ReportingStartup} opens it when the
 * server starts and closes it when it stops, {@link org.egcg.reporting.ejb.ReportingMaintenance} runs its schedule. Beans
 * inject {@link org.egcg.reporting.ejb.ReportingReader}, {@link org.egcg.reporting.ejb.ReportingWriter},
 * {@link org.egcg.reporting.ejb.ReportingLims}, {@link org.egcg.reporting.ejb.ReportingActions} and
 * {@link org.egcg.reporting.ejb.ReportingAccounts}, each of which asks for the caller's role, or the library itself
 * ({@link org.egcg.reporting.ejb.ReportingProducer}), which does not. Whatever needs an {@code if} belongs in core.
 */
package org.egcg.reporting.ejb;
