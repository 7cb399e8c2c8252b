package org.egcg.reporting.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.egcg.reporting.review.Subject;
import org.egcg.reporting.web.reading.PageSettings;
import org.egcg.reporting.web.reading.SampleRecords;
import org.egcg.reporting.web.reading.SampleView;
import org.egcg.reporting.web.table.Judging;
import org.egcg.reporting.web.table.Layout;
import org.egcg.reporting.web.table.Mark;
import org.egcg.reporting.web.table.Rows;
import org.egcg.reporting.web.table.TableSpec;
import org.egcg.reporting.web.table.TableSpec.Review;

/** Samples by what is to be done with them. */
@Named("samples")
@RequestScoped
public class SamplesPage extends TablesPage {

    @Inject
    private SampleRecords samples;

    private SampleView list() {
        return SampleView.of(pageRequest.parameter());
    }

    @Override
    public String title() {
        return list().title();
    }

    @Override
    public String menu() {
        return "Samples";
    }

    @Override
    public List<Link> crumbs() {
        return List.of(Link.to("Samples", "/samples/all"), Link.end(list().label()));
    }

    @Override
    public List<Link> siblings() {
        return Arrays.stream(SampleView.values())
                .map(view -> new Link(
                        view.label(),
                        "/samples/" + view.word(),
                        view == list() ? countHere() : reports.countKnown(key(view), rows(view)),
                        view == list()))
                .toList();
    }

    @Override
    public Emptiness nothing(String noun) {
        return isNothingReported()
                ? new Emptiness(
                        "No sample has been reported yet",
                        "A sample is here as soon as a pipeline posts it to the API.",
                        List.of(Link.to("How to post samples", "/api_docs")))
                : super.nothing(noun);
    }

    @Override
    List<ReportTable> made() {
        TableSpec spec = TableSpec.full("samples", title(), pages.table("samples"), "-sample_id", "samples")
                .asMain()
                .reviewing(Review.SAMPLE);
        return List.of(reports.kept(spec, key(list()), rows(list())));
    }

    private static String key(SampleView view) {
        return "samples/" + view.word();
    }

    /** Reads the samples of a list, on whatever thread: what belongs to the request is asked before. */
    private Supplier<Rows> rows(SampleView view) {
        return samples.list(key(view), view, layout(reports, pages), view.scope(pages.now()));
    }

    static Layout layout(ReportRows reports, PageSettings pages) {
        return reports.layout("samples", "sample_id")
                .reviewing("sample_id")
                .judging(Judging.of(Subject.SAMPLE, pages.reviews()))
                .marking(Mark.Rule.DATA_SOURCE_DIFFERS);
    }
}
