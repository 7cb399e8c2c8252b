package org.egcg.reporting.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.egcg.reporting.lims.request.RunRequest;
import org.egcg.reporting.query.Where;
import org.egcg.reporting.web.reading.Criteria;
import org.egcg.reporting.web.reading.Records;
import org.egcg.reporting.web.reading.Records.Source;
import org.egcg.reporting.web.table.Layout;
import org.egcg.reporting.web.table.Mark;
import org.egcg.reporting.web.table.TableSpec;
import org.egcg.reporting.web.table.TableSpec.Review;

/** The runs of a period, as pipelines and LIMS know them. */
@Named("runs")
@RequestScoped
public class RunsPage extends PeriodPage {

    @Override
    String things() {
        return "Runs";
    }

    @Override
    public String menu() {
        return "Runs";
    }

    @Override
    List<ReportTable> made() {
        TableSpec spec = TableSpec.full("runs", title(), pages.table("runs"), "-run_id", "runs")
                .asMain()
                .reviewing(Review.RUN);
        Layout layout = reports.layout("runs", "run_id").reviewing("sample_ids").marking(Mark.Rule.FILTERING);
        List<Source> sources = sources(layout);
        Records records = reports.records();
        return List.of(reports.kept(spec, keyOf(period()), () -> records.merged(layout, true, sources)));
    }

    private List<Source> sources(Layout layout) {
        Optional<LocalDateTime> since = period().since(pages.now());
        Where created =
                since.map(date -> Criteria.since("_created", pages.utc(date))).orElse(Where.everything());
        RunRequest opened = since.map(date -> RunRequest.everything().openedAfter(date.toLocalDate()))
                .orElse(RunRequest.everything());
        Records records = reports.records();
        return List.of(records.stored("runs", created, layout), records.lims(opened));
    }
}
