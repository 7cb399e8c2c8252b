package org.egcg.reporting.web.page;

import java.util.List;
import java.util.Map;
import org.egcg.reporting.web.reading.Criteria;
import org.egcg.reporting.web.reading.Records;
import org.egcg.reporting.web.table.Layout;
import org.egcg.reporting.web.table.TableSpec;

/** The plates that went through a laboratory step in a period. */
abstract class StepsPage extends PeriodPage {

    abstract String report();

    abstract String columns();

    @Override
    List<ReportTable> made() {
        TableSpec spec = TableSpec.full(columns(), title(), pages.table(columns()), "-date_completed", "plates")
                .asMain()
                .unfoldingTo(columns() + "_child");
        Layout layout = reports.layout(columns(), "id").keeping();
        Records records = reports.records();
        Map<String, String> arguments = period().since(pages.now())
                .map(date -> Map.of("time_from", Criteria.api(date)))
                .orElse(Map.of());
        return List.of(
                reports.kept(spec, keyOf(period()), () -> records.rows(layout, records.lims(report(), arguments))));
    }
}
