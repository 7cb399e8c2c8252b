package org.egcg.reporting.web.page;

import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.egcg.reporting.web.table.Layout;
import org.egcg.reporting.web.table.TableSpec;

/** The plates that went through a laboratory step in a period. */
abstract class StepsPage implements Page {

    @Inject
    private Visit visit;

    @Inject
    private Pages pages;

    @Inject
    private Reports reports;

    private List<ReportTable> tables;

    /** The word for what is listed, in the plural; also what the address begins with, in lower case. */
    abstract String things();

    abstract String report();

    abstract String columns();

    private Period period() {
        return Period.of(visit.parameter());
    }

    private String address() {
        return "/" + things().toLowerCase(java.util.Locale.ROOT) + "/";
    }

    @Override
    public String title() {
        return period().title(pages.now()) + " " + things();
    }

    @Override
    public List<Link> crumbs() {
        return List.of(Link.to(menu(), address() + "recent"), Link.end(period().label()));
    }

    @Override
    public List<Link> siblings() {
        return Arrays.stream(Period.values())
                .map(period -> new Link(
                        period.label(),
                        address() + period.word(),
                        reports.countKnown(report() + "/" + period.word()),
                        period == period()))
                .toList();
    }

    @Override
    public List<ReportTable> tables() {
        if (tables == null) {
            TableSpec spec = TableSpec.full(columns(), title(), pages.table(columns()), "-date_completed", "plates")
                    .asMain()
                    .unfoldingTo(columns() + "_child");
            Layout layout = reports.layout(columns(), "id").keeping();
            Records records = reports.records();
            Map<String, String> arguments = period().since(pages.now())
                    .map(date -> Map.of("time_from", Reports.api(date)))
                    .orElse(Map.of());
            tables = List.of(reports.kept(
                    spec,
                    report() + "/" + period().word(),
                    () -> records.rows(layout, records.lims(report(), arguments))));
        }
        return tables;
    }
}
