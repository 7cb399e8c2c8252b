package org.egcg.reporting;

import java.time.Clock;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.egcg.reporting.aggregation.Relations;
import org.egcg.reporting.config.ReportingConfig;
import org.egcg.reporting.lims.LimsReports;
import org.egcg.reporting.security.Users;
import org.egcg.reporting.store.DocumentStore;

/**
 * What the library is opened with; what is empty is as the configuration says.
 *
 * @param relations what the program makes of those of the configuration
 */
record GivenParts(
        ReportingConfig config,
        Optional<DocumentStore> store,
        Optional<LimsReports> lims,
        Optional<Users> users,
        UnaryOperator<Relations> relations,
        Clock clock) {}
