package org.egcg.reporting.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import org.egcg.reporting.web.reading.SampleRecords;
import org.egcg.reporting.web.reading.SampleView;
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
                        view == list() ? countHere() : reports.countKnown(samples.list(view)),
                        view == list()))
                .toList();
    }

    @Override
    public Emptiness nothing(String noun) {
        return isNothingReported()
                ? new Emptiness(
                        "No sample has been reported yet",
                        next(),
                        List.of(Link.to("How to post samples", "/api_docs#of-samples")))
                : super.nothing(noun);
    }

    private String next() {
        return switch (list()) {
            case ALL -> "A sample appears here once a pipeline posts it to the API.";
            case PROCESSING -> "A sample appears here while a pipeline processes it.";
            case TO_REVIEW -> "A sample appears here once it is processed and waits for a decision.";
            case NOT_PROCESSING -> "A sample appears here if it has data and no pipeline processes it.";
        };
    }

    @Override
    List<ReportTable> made() {
        TableSpec spec = TableSpec.full("samples", title(), pages.table("samples"), "-sample_id", "samples")
                .asMain()
                .reviewing(Review.SAMPLE);
        return List.of(reports.kept(spec, samples.list(list())));
    }
}
