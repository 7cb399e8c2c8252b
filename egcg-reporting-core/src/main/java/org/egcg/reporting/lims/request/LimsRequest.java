package org.egcg.reporting.lims.request;

import java.util.Locale;

/** A report of the LIMS with what it is to be about. Immutable. */
public sealed interface LimsRequest permits InfoRequest, StatusRequest, RunRequest, WellRequest {

    /** The report's name, as the API has it. */
    String report();

    /** Spells the name of a report as the API does. */
    static String spelled(Enum<?> report) {
        return report.name().toLowerCase(Locale.ROOT);
    }
}
