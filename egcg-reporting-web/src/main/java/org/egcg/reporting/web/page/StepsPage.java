package org.egcg.reporting.web.page;

import java.util.List;
import org.egcg.reporting.lims.request.WellRequest;
import org.egcg.reporting.web.reading.Listed;
import org.egcg.reporting.web.reading.Period;
import org.egcg.reporting.web.reading.Records;
import org.egcg.reporting.web.table.Layout;
import org.egcg.reporting.web.table.TableSpec;

/** The plates that went through a laboratory step in a period. */
abstract class StepsPage extends PeriodPage {

    abstract WellRequest.Report report();

    abstract String columns();

    /** What a plate of this step is called, in the singular. */
    abstract String plate();

    @Override
    public Emptiness nothing(String noun) {
        ReportTable all = listed(Period.ALL);
        return !all.failed()
                        && all.view().total() == 0
                        && all.view().rows().missing().isEmpty()
                ? new Emptiness(
                        "The LIMS has no " + plate() + " yet",
                        "A plate appears here once the LIMS reports it.",
                        List.of())
                : super.nothing(noun);
    }

    @Override
    List<ReportTable> made() {
        return List.of(listed(period()));
    }

    private ReportTable listed(Period period) {
        TableSpec spec = TableSpec.full(
                        columns(),
                        period.title(pages.now()) + " " + things(),
                        pages.table(columns()),
                        "-date_completed",
                        "plates")
                .asMain()
                .unfoldingTo(columns() + "_child");
        return reports.kept(spec, list(period));
    }

    @Override
    Listed list(Period period) {
        Layout layout = reports.layout(columns(), "id").keeping();
        Records records = reports.records();
        WellRequest all = WellRequest.of(report());
        WellRequest asked = period.since(pages.now())
                .map(date -> all.completedSince(date.toLocalDate()))
                .orElse(all);
        return new Listed(address() + period.word(), () -> records.rows(layout, records.lims(asked)));
    }
}
