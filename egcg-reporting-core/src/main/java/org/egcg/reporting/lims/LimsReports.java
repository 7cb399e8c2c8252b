package org.egcg.reporting.lims;

import java.time.Clock;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.egcg.reporting.internal.library.OptionalLibrary;
import org.egcg.reporting.lims.internal.sql.LimsDatabase;
import org.egcg.reporting.lims.request.InfoRequest;
import org.egcg.reporting.lims.request.LimsRequest;
import org.egcg.reporting.lims.request.RunRequest;
import org.egcg.reporting.lims.request.Scope;
import org.egcg.reporting.lims.request.StatusRequest;
import org.egcg.reporting.lims.request.WellRequest;
import org.egcg.reporting.lims.sql.LimsConnection;

/**
 * Everything that the LIMS can be asked about. Opening needs no LIMS: one that is away
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
    private final Map<InfoRequest.Report, LimsReport<InfoRequest>> info;
    private final Map<StatusRequest.Report, LimsReport<StatusRequest>> statuses;
    private final Map<WellRequest.Report, LimsReport<WellRequest>> wells = new EnumMap<>(WellRequest.Report.class);
    private final LimsReport<RunRequest> runs;
    private final SampleStatus samples;

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
        info = Map.of(
                InfoRequest.Report.PROJECT_INFO, new ProjectInfo(database),
                InfoRequest.Report.SAMPLE_INFO, new SampleInfo(database));
        samples = new SampleStatus(database, definitions);
        statuses = Map.of(
                StatusRequest.Report.PROJECT_STATUS, new ProjectStatus(database, definitions, clock),
                StatusRequest.Report.PLATE_STATUS, new PlateStatus(database, definitions, clock),
                StatusRequest.Report.SAMPLE_STATUS, samples);
        runs = new RunStatus(database);
        for (ReportedStep step : ReportedStep.ALL) {
            wells.put(step.report(), new StepInfo(database, definitions, step, limsUrl.replaceAll("/+$", "")));
        }
    }

    /**
     * Asks the LIMS.
     *
     * @throws org.egcg.reporting.error.ReportingException.Unavailable if the LIMS does not answer
     */
    public LimsAnswer answer(LimsRequest request) {
        if (request instanceof InfoRequest asked) {
            return info.get(asked.kind()).answer(asked);
        }
        if (request instanceof StatusRequest asked) {
            return statuses.get(asked.kind()).answer(asked);
        }
        return request instanceof RunRequest asked
                ? runs.answer(asked)
                : wells.get(((WellRequest) request).kind()).answer((WellRequest) request);
    }

    /**
     * The ways of samples through the laboratory: what {@code sample_status} says, as values.
     *
     * @throws org.egcg.reporting.error.ReportingException.Unavailable if the LIMS does not answer
     */
    public List<SampleCourse> courses(Scope scope) {
        return samples.courses(scope);
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
