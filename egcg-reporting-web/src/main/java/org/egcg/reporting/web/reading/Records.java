package org.egcg.reporting.web.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.bson.BsonDocument;
import org.egcg.reporting.ejb.ReportingLims;
import org.egcg.reporting.ejb.ReportingReader;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.lims.SampleCourse;
import org.egcg.reporting.lims.request.LimsRequest;
import org.egcg.reporting.lims.request.Scope;
import org.egcg.reporting.query.Embedding;
import org.egcg.reporting.query.Paging;
import org.egcg.reporting.query.Projection;
import org.egcg.reporting.query.ReadRequest;
import org.egcg.reporting.query.Sort;
import org.egcg.reporting.query.Where;
import org.egcg.reporting.store.Documents;
import org.egcg.reporting.web.failure.Sentences;
import org.egcg.reporting.web.table.Layout;
import org.egcg.reporting.web.table.Rows;

/** Where the rows of tables come from: documents of the store, reports of the LIMS, and both put together. */
@ApplicationScoped
public class Records {

    /** One of the sources of a table's rows, read when it is needed. */
    public record Source(String dependency, Supplier<? extends Iterator<? extends BsonDocument>> documents) {}

    @Inject
    private ReportingReader reader;

    @Inject
    private ReportingLims lims;

    /** The documents of a resource that match, with the fields that a layout needs. */
    public Source stored(String resource, Where where, Layout layout) {
        Set<String> fields = new LinkedHashSet<>(layout.projection().keySet());
        Projection projection =
                fields.isEmpty() ? Projection.everything() : new Projection(Optional.of(fields), Set.of());
        ReadRequest request = ReadRequest.everything().matching(where).showing(projection);
        return new Source("store", () -> all(resource, request));
    }

    private Documents all(String resource, ReadRequest request) {
        return open(resource, request);
    }

    /** What a request finds; close it. */
    Documents open(String resource, ReadRequest request) {
        return reader.all(reader.schema(resource), request);
    }

    /** One page of what a request finds. */
    List<BsonDocument> page(String resource, ReadRequest request) {
        return reader.list(reader.schema(resource), request).list();
    }

    /** The whole documents of a resource that match. */
    public List<BsonDocument> documents(String resource, Where where) {
        return all(resource, ReadRequest.everything().matching(where)).list();
    }

    /** Documents in an order, with others embedded in the place of their names. */
    public List<BsonDocument> documents(String resource, Where where, String sort, String embedded) {
        ReadRequest request = ReadRequest.everything()
                .matching(where)
                .sorted(Sort.parse(sort))
                .embedding(Embedding.parse(embedded));
        return all(resource, request).list();
    }

    /** Whether nothing is stored of any of these resources. */
    public boolean holdsNone(String... resources) {
        return Arrays.stream(resources)
                .allMatch(resource -> page(resource, ReadRequest.everything().page(new Paging(1, 1)))
                        .isEmpty());
    }

    long count(String resource, Where where) {
        return reader.count(reader.schema(resource), where.filter());
    }

    /** A report of the LIMS. */
    public Source lims(LimsRequest request) {
        return new Source("lims", () -> limsDocuments(request).iterator());
    }

    /** What a report of the LIMS says, each item put into its shape when its turn comes. */
    public Stream<BsonDocument> limsDocuments(LimsRequest request) {
        return StreamSupport.stream(lims.report(request).spliterator(), false);
    }

    /** The ways of samples through the laboratory. */
    List<SampleCourse> courses(Scope scope) {
        return lims.courses(scope);
    }

    /** All documents of one source. */
    public Rows rows(Layout layout, Source source) {
        Instant begun = Instant.now();
        return new Rows.Merge(layout, false).add(drained(source)).rows(begun);
    }

    /**
     * Documents of several sources with the same key in one row, as of when the reading began: what is written meanwhile
     * may be missing.
     *
     * @param outer whether a document of any source makes a row; else only those of the first do
     * @throws Unavailable if no source that makes rows answers
     */
    public Rows merged(Layout layout, boolean outer, List<Source> sources) {
        Instant begun = Instant.now();
        Rows.Merge merge = new Rows.Merge(layout, outer);
        Set<String> missing = new LinkedHashSet<>();
        boolean first = true;
        for (Source source : sources) {
            try {
                merge.add(drained(source));
            } catch (Unavailable away) {
                if (!outer && first) {
                    throw away;
                }
                merge.missing(Sentences.without(away.dependency()));
                missing.add(away.dependency());
            }
            first = false;
        }
        if (merge.allMissing() && !missing.isEmpty()) {
            String all = String.join(" and ", missing);
            throw new Unavailable(all, all + " do not answer", null);
        }
        return merge.rows(begun);
    }

    /** Everything that a source has, so that one that fails half way adds nothing; reports are asked as a whole. */
    private static Iterator<? extends BsonDocument> drained(Source source) {
        Iterator<? extends BsonDocument> documents = source.documents().get();
        return documents instanceof Documents open ? open.list().iterator() : documents;
    }
}
