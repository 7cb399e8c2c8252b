package org.egcg.reporting.lims;

import java.time.Clock;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.egcg.reporting.internal.library.OptionalLibrary;
import org.egcg.reporting.lims.internal.sql.LimsDatabase;
import org.egcg.reporting.lims.sql.LimsConnection;

/**
 * Everything that the LIMS can be asked about, by the names that the API uses. Opening needs no LIMS: one that is away
 * is noticed, and missed, only by those who ask. Thread-safe.
 */
public final class LimsReports implements AutoCloseable {

    /** The names of all reports. */
    public static final List<String> NAMES = List.of(
            "project_info",
            "sample_info",
            "project_status",
            "plate_status",
            "sample_status",
            "run_status",
            "library_info",
            "sample_qc_info",
            "genotyping_info");

    private final LimsDatabase database;
    private final Map<String, LimsReport> reports = new LinkedHashMap<>();

    /**
     * Opens the reports.
     *
     * @param limsUrl the address of Clarity as staff open it, for links
     */
    public LimsReports(LimsConnection connection, StatusDefinitions definitions, String limsUrl) {
        this(connection, definitions, limsUrl, Clock.system(ZoneId.systemDefault()));
    }

    /** Like {@link #LimsReports(LimsConnection, StatusDefinitions, String)}, with the clock of the LIMS' site. */
    public LimsReports(LimsConnection connection, StatusDefinitions definitions, String limsUrl, Clock clock) {
        OptionalLibrary.require(
                "reports of the LIMS", OptionalLibrary.ECLIPSELINK, OptionalLibrary.HIKARI, OptionalLibrary.POSTGRESQL);
        database = new LimsDatabase(connection);
        reports.put("project_info", new ProjectInfo(database));
        reports.put("sample_info", new SampleInfo(database));
        reports.put("project_status", new ProjectStatus(database, definitions, clock));
        reports.put("plate_status", new PlateStatus(database, definitions, clock));
        reports.put("sample_status", new SampleStatus(database, definitions));
        reports.put("run_status", new RunStatus(database));
        for (ReportedStep step : ReportedStep.ALL) {
            reports.put(step.report(), new StepInfo(database, definitions, step, limsUrl.replaceAll("/+$", "")));
        }
    }

    /** The report of that name; empty if there is none. */
    public Optional<LimsReport> named(String name) {
        return Optional.ofNullable(reports.get(name));
    }

    /** @throws org.egcg.reporting.error.ReportingException.Unavailable if the LIMS' database does not answer */
    public void ping() {
        database.read(session -> {
            session.ping();
            return true;
        });
    }

    @Override
    public void close() {
        database.close();
    }
}
