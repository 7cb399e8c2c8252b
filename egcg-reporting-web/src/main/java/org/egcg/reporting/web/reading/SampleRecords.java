package org.egcg.reporting.web.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonValue;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.lims.request.InfoRequest;
import org.egcg.reporting.lims.request.Scope;
import org.egcg.reporting.lims.request.StatusRequest;
import org.egcg.reporting.query.Projection;
import org.egcg.reporting.query.ReadRequest;
import org.egcg.reporting.query.Where;
import org.egcg.reporting.review.Subject;
import org.egcg.reporting.sample.SampleKinds;
import org.egcg.reporting.store.Documents;
import org.egcg.reporting.web.reading.Records.Source;
import org.egcg.reporting.web.table.Judging;
import org.egcg.reporting.web.table.Layout;
import org.egcg.reporting.web.table.Mark;
import org.egcg.reporting.web.table.Rows;

/**
 * Documents of samples for tables that have the LIMS beside them: what a document says under a name of its own stands
 * under the name that the LIMS has for it too, and holds until the LIMS says something else.
 */
@ApplicationScoped
public class SampleRecords {

    private static final double BASES_PER_GB = 1e9;

    /** Fields of documents by the names that the LIMS has for them; yields are bases there and Gb here. */
    private static final Map<String, String> TEXTS =
            Map.of("user_sample_id", "User Sample Name", "species_name", "species");

    private static final Map<String, String> YIELDS =
            Map.of("required_yield", "Required Yield (Gb)", "required_yield_q30", "Yield for Quoted Coverage (Gb)");
    private static final Map<String, String> COVERAGES = Map.of("required_coverage", "Coverage (X)");

    @Inject
    private Records records;

    @Inject
    private Reporting reporting;

    @Inject
    private Snapshots snapshots;

    @Inject
    private RenewedLists lists;

    @Inject
    private Layouts layouts;

    @Inject
    private PageSettings pages;

    /** Samples as reports show them: judged and marked. */
    public Layout layout() {
        return layouts.of("samples", "sample_id")
                .reviewing("sample_id")
                .judging(Judging.of(Subject.SAMPLE, pages.reviews()))
                .marking(Mark.Rule.DATA_SOURCE_DIFFERS);
    }

    /** The samples of which something is to be done. */
    public Listed list(SampleView view) {
        String key = "samples/" + view.word();
        return new Listed(key, list(key, view, layout(), view.scope(pages.now())));
    }

    /** The samples that match. */
    public Source all(Where where, Layout layout) {
        ReadRequest request = request(where, layout);
        return new Source("store", () -> read(request));
    }

    /** Whether a document of a sample is a control's. */
    public boolean isControl(BsonDocument sample) {
        return reporting.sampleKinds().of(sample).isControl();
    }

    private static ReadRequest request(Where where, Layout layout) {
        Set<String> fields = new LinkedHashSet<>(layout.projection().keySet());
        fields.addAll(Set.of("sample_id", SampleKinds.FIELD));
        Stream.of(TEXTS, YIELDS, COVERAGES).forEach(names -> fields.addAll(names.keySet()));
        return ReadRequest.everything().matching(where).showing(new Projection(Optional.of(fields), Set.of()));
    }

    /**
     * Reads a list of samples with what reports of the LIMS say of them, each time only what may have changed since the last
     * time, on whatever thread.
     *
     * @param key under which its rows are kept
     */
    public Supplier<Rows> list(String key, SampleView view, Layout layout, Scope scope) {
        List<Source> lims =
                List.of(records.lims(StatusRequest.samples(scope)), records.lims(InfoRequest.samples(scope)));
        return () -> snapshots
                .memory(key, RenewedList.class, () -> renewed(view, layout))
                .rows(ids -> records.open("samples", request(Criteria.among(view.where(), ids), layout)), lims);
    }

    private RenewedList renewed(SampleView view, Layout layout) {
        return lists.of(layout, "samples", sample -> Optional.of(Rows.decoded(sample))
                .filter(each -> view != SampleView.TO_REVIEW || !isControl(each))
                .map(SampleRecords::named));
    }

    /** Everything is read before anything is shown, so that a store that fails half way adds nothing. */
    private Iterator<BsonDocument> read(ReadRequest request) {
        try (Documents found = records.open("samples", request)) {
            Iterable<BsonDocument> documents = () -> found;
            return StreamSupport.stream(documents.spliterator(), false)
                    .map(Rows::decoded)
                    .map(SampleRecords::named)
                    .toList()
                    .iterator();
        }
    }

    static BsonDocument named(BsonDocument sample) {
        TEXTS.forEach((own, lims) -> put(sample, lims, sample.get(own)));
        COVERAGES.forEach((own, lims) -> put(sample, lims, sample.get(own)));
        YIELDS.forEach((own, lims) -> {
            if (sample.isNumber(own)) {
                put(sample, lims, new BsonDouble(sample.getNumber(own).doubleValue() / BASES_PER_GB));
            }
        });
        return sample;
    }

    private static void put(BsonDocument sample, String name, BsonValue value) {
        if (value != null && !value.isNull()) {
            sample.append(name, value);
        }
    }
}
