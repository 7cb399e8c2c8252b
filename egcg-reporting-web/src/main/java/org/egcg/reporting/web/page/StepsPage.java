package org.egcg.reporting.web.page;

import java.util.List;
import org.egcg.reporting.lims.request.WellRequest;
import org.egcg.reporting.web.reading.Records;
import org.egcg.reporting.web.table.Layout;
import org.egcg.reporting.web.table.TableSpec;

/** The plates that went through a laboratory step in a period. */
abstract class StepsPage extends PeriodPage {

    abstract WellRequest.Report report();

    abstract String columns();

    @Override
    List<ReportTable> made() {
        TableSpec spec = TableSpec.full(columns(), title(), pages.table(columns()), "-date_completed", "plates")
                .asMain()
                .unfoldingTo(columns() + "_child");
        Layout layout = reports.layout(columns(), "id").keeping();
        Records records = reports.records();
        WellRequest all = WellRequest.of(report());
        WellRequest asked = period().since(pages.now())
                .map(date -> all.completedSince(date.toLocalDate()))
                .orElse(all);
        return List.of(reports.kept(spec, keyOf(period()), () -> records.rows(layout, records.lims(asked))));
    }
}
