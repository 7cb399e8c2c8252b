package org.egcg.reporting.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.egcg.reporting.consistency.Inconsistency;
import org.egcg.reporting.consistency.InconsistencyKind;
import org.egcg.reporting.consistency.InconsistencyReport;
import org.egcg.reporting.ejb.ReportingReader;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.web.failure.Sentences;
import org.egcg.reporting.web.reading.ChartColumns;
import org.egcg.reporting.web.reading.Records.Source;
import org.egcg.reporting.web.table.Column;
import org.egcg.reporting.web.table.Kind;
import org.egcg.reporting.web.table.Layout;
import org.egcg.reporting.web.table.Quantity;
import org.egcg.reporting.web.table.TableDefinition;
import org.egcg.reporting.web.table.TableQuery;
import org.egcg.reporting.web.table.TableSpec;

/** What does not fit together in the documents, what it distorts, and where it is. */
@Named("inconsistencies")
@RequestScoped
public class InconsistenciesPage extends TablesPage {

    private static final String FOUND = "found";

    /** More names in one cell are not read. */
    private static final int NAMED = 20;

    @Inject
    private ReportingReader reader;

    private InconsistencyReport report;
    private String failure = "";

    /** A kind of which there are some. */
    public record KindCount(String title, String distorts, long count, String href) {}

    @Override
    public String title() {
        return "What does not fit";
    }

    @Override
    public List<Link> crumbs() {
        return List.of(Link.to("Main page", "/"), Link.end(title()));
    }

    private InconsistencyReport report() {
        if (report == null) {
            report = reader.inconsistencies();
        }
        return report;
    }

    /** A sentence if the store does not answer; else empty text. */
    public String failure() {
        try {
            report();
        } catch (Unavailable away) {
            failure = Sentences.away(away.dependency());
        }
        return failure;
    }

    /** Whether nothing has been reported that could fit or not. */
    public boolean isBare() {
        return reports.records().holdsNone("runs", "lanes", "run_elements", "samples", "projects");
    }

    public List<String> missing() {
        return failure().isEmpty() ? report().missing() : List.of();
    }

    @Override
    public List<Fact> facts() {
        if (!failure().isEmpty()) {
            return List.of();
        }
        Fact seen = Fact.of("", pages.asOf(report().asOf()));
        return report().total() == 0 && isBare()
                ? List.of(seen)
                : List.of(Fact.of("Found", Quantity.count(report().total())), seen);
    }

    /** The kinds of which there are some, in their order. */
    public List<KindCount> kinds() {
        return failure().isEmpty()
                ? report().counts().entrySet().stream()
                        .map(kind -> count(kind.getKey(), kind.getValue()))
                        .toList()
                : List.of();
    }

    private KindCount count(InconsistencyKind kind, long count) {
        String query = new TableQuery(Map.of("f.kind", kind.title())).text();
        return new KindCount(kind.title(), kind.distorts(), count, pageRequest.path() + query);
    }

    @Override
    List<ReportTable> made() {
        List<Column> columns = List.of(
                ChartColumns.of("what", "What", Kind.TEXT),
                ChartColumns.of("kind", "Kind", Kind.TEXT).chosen(),
                ChartColumns.of("documents", "Documents", Kind.TEXT).chosen(),
                ChartColumns.of("count", "How many", Kind.INT),
                ChartColumns.linked("runs", "Runs", "/run/"),
                ChartColumns.linked("samples", "Samples", "/sample/"));
        Layout layout = Layout.of(new TableDefinition("inconsistencies", columns, false), "key", pages.zone());
        TableSpec spec = TableSpec.full(FOUND, title(), layout.table(), "kind,what", "findings")
                .asMain();
        return List.of(reports.of(spec, layout, new Source("store", () -> rows().iterator())));
    }

    public ReportTable found() {
        return table(FOUND);
    }

    private List<BsonDocument> rows() {
        List<BsonDocument> rows = new ArrayList<>();
        report().found().forEach(found -> rows.add(row(rows.size(), found)));
        return rows;
    }

    private static BsonDocument row(int number, Inconsistency found) {
        return new BsonDocument("key", new BsonString(String.valueOf(number)))
                .append("what", new BsonString(found.sentence()))
                .append("kind", new BsonString(found.kind().title()))
                .append(
                        "documents",
                        texts(found.documents().stream().map(document -> document.resource() + " " + document.id())))
                .append("count", new BsonInt64(found.count()))
                .append("runs", texts(pages(found, "runs")))
                .append("samples", texts(pages(found, "samples")));
    }

    private static Stream<String> pages(Inconsistency found, String resource) {
        return found.pages().stream()
                .filter(page -> page.resource().equals(resource) && !page.id().isEmpty())
                .map(Inconsistency.Named::id)
                .sorted()
                .limit(NAMED);
    }

    private static BsonArray texts(Stream<String> texts) {
        return new BsonArray(texts.map(BsonString::new).toList());
    }
}
