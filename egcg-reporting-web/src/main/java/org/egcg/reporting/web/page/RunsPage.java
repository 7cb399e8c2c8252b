package org.egcg.reporting.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.egcg.reporting.query.Where;
import org.egcg.reporting.web.page.Records.Source;
import org.egcg.reporting.web.table.Layout;
import org.egcg.reporting.web.table.Mark;
import org.egcg.reporting.web.table.TableSpec;
import org.egcg.reporting.web.table.TableSpec.Review;

/** The runs of a period, as pipelines and LIMS know them. */
@Named("runs")
@RequestScoped
public class RunsPage implements Page {

    @Inject
    private Visit visit;

    @Inject
    private Pages pages;

    @Inject
    private Reports reports;

    private List<ReportTable> tables;

    private Period period() {
        return Period.of(visit.parameter());
    }

    @Override
    public String title() {
        return period().title(pages.now()) + " Runs";
    }

    @Override
    public String menu() {
        return "Runs";
    }

    @Override
    public List<Link> crumbs() {
        return List.of(Link.to("Runs", "/runs/recent"), Link.end(period().label()));
    }

    @Override
    public List<Link> siblings() {
        return Arrays.stream(Period.values())
                .map(period -> new Link(
                        period.label(),
                        "/runs/" + period.word(),
                        reports.countKnown("runs/" + period.word()),
                        period == period()))
                .toList();
    }

    @Override
    public List<ReportTable> tables() {
        if (tables == null) {
            TableSpec spec = TableSpec.full("runs", title(), pages.table("runs"), "-run_id", "runs")
                    .asMain()
                    .reviewing(Review.RUN);
            Layout layout =
                    reports.layout("runs", "run_id").reviewing("sample_ids").marking(Mark.Rule.FILTERING);
            List<Source> sources = sources(layout);
            Records records = reports.records();
            tables =
                    List.of(reports.kept(spec, "runs/" + period().word(), () -> records.merged(layout, true, sources)));
        }
        return tables;
    }

    private List<Source> sources(Layout layout) {
        Optional<LocalDateTime> since = period().since(pages.now());
        Where created =
                since.map(date -> Reports.since("_created", pages.utc(date))).orElse(Where.everything());
        Map<String, String> arguments =
                since.map(date -> Map.of("createddate", Reports.api(date))).orElse(Map.of());
        Records records = reports.records();
        return List.of(records.stored("runs", created, layout), records.lims("run_status", arguments));
    }
}
