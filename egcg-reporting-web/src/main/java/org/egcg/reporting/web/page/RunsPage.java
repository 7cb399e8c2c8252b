package org.egcg.reporting.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.egcg.reporting.web.reading.Listed;
import org.egcg.reporting.web.reading.Period;
import org.egcg.reporting.web.reading.RunLanes;
import org.egcg.reporting.web.reading.RunRecords;
import org.egcg.reporting.web.table.Filling;
import org.egcg.reporting.web.table.TableDefinition;
import org.egcg.reporting.web.table.TableSpec;
import org.egcg.reporting.web.table.TableSpec.Review;

/** The runs of a period, as pipelines and LIMS know them. */
@Named("runs")
@RequestScoped
public class RunsPage extends PeriodPage {

    @Inject
    private RunRecords runs;

    @Inject
    private RunLanes lanes;

    @Override
    String things() {
        return "Runs";
    }

    @Override
    Listed list(Period period) {
        return runs.list(period);
    }

    @Override
    public String menu() {
        return "Runs";
    }

    @Override
    public Emptiness nothing(String noun) {
        return isNothingReported()
                ? new Emptiness(
                        "No run has been reported yet",
                        "A run appears here once a pipeline or the LIMS reports it.",
                        pageRequest.editor() ? List.of(Link.to("Import a run", "/import")) : List.of())
                : super.nothing(noun);
    }

    @Override
    List<ReportTable> made() {
        TableDefinition table = pages.table("runs");
        String order = table.column("run_date").isPresent() ? "-run_date,-run_id" : "-run_id";
        TableSpec spec =
                TableSpec.full("runs", title(), table, order, "runs").asMain().reviewing(Review.RUN);
        return List.of(reports.kept(spec, list(period())).filledBy(new Filling("lanes", lanes::of)));
    }
}
