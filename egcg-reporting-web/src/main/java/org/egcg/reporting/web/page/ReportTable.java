package org.egcg.reporting.web.page;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.egcg.reporting.error.ReportingException;
import org.egcg.reporting.web.browser.PageRequest;
import org.egcg.reporting.web.failure.Sentences;
import org.egcg.reporting.web.table.Column;
import org.egcg.reporting.web.table.Filling;
import org.egcg.reporting.web.table.Layout;
import org.egcg.reporting.web.table.Mark;
import org.egcg.reporting.web.table.Misread;
import org.egcg.reporting.web.table.Row;
import org.egcg.reporting.web.table.Rows;
import org.egcg.reporting.web.table.TableMisreadings;
import org.egcg.reporting.web.table.TableQuery;
import org.egcg.reporting.web.table.TableSpec;
import org.egcg.reporting.web.table.TableState;
import org.egcg.reporting.web.table.TableView;

/** A table on a page: read when it is drawn, and not before it is opened. */
public final class ReportTable {

    private static final System.Logger LOG = System.getLogger(ReportTable.class.getName());

    private static final int LONGEST_CHILD = 1000;

    /** In an address it asks for all rows that match on one page, as they are printed. */
    static final String PRINTED = "print";

    /** Of more rows paper is of no use, and a browser is too busy with them. */
    private static final int MOST_PRINTED = 5000;

    private final TableSpec spec;
    private final PageRequest pageRequest;
    private final SavedTables saved;
    private final Supplier<Layout> children;
    private final Supplier<Rows> source;
    private Function<Column, String> meanings = column -> "";
    private Predicate<Rows> old = rows -> false;
    private Optional<Filling> filling = Optional.empty();
    private BiFunction<String, List<String>, Map<String, Mark>> notes = (field, names) -> Map.of();
    private TableView view;
    private String failure = "";
    private List<Misread> misread = List.of();

    /**
     * @param children the columns of the tables that rows unfold to, if they do
     */
    ReportTable(
            TableSpec spec,
            PageRequest pageRequest,
            SavedTables saved,
            Supplier<Layout> children,
            Supplier<Rows> source) {
        this.spec = spec;
        this.pageRequest = pageRequest;
        this.saved = saved;
        this.children = children;
        this.source = source;
    }

    /** A column of it is read for the rows that are shown alone; nothing is, where the table has no such column. */
    ReportTable filledBy(Filling later) {
        filling = Optional.of(later)
                .filter(one -> spec.definition().column(one.column()).isPresent());
        return this;
    }

    /** Its rows tell of their notes: by which marks, is asked with the field that names rows, and the rows' names. */
    ReportTable notedBy(BiFunction<String, List<String>, Map<String, Mark>> marks) {
        notes = marks;
        return this;
    }

    /** Says when its rows are so old that newer ones are on their way. */
    ReportTable updatedWhen(Predicate<Rows> rule) {
        old = rule;
        return this;
    }

    /** Whether its rows are from before, and newer ones are on their way. */
    public boolean updating() {
        return !failed() && old.test(view.rows());
    }

    /** What its columns mean, in sentences. */
    ReportTable explainedBy(Function<Column, String> sentences) {
        meanings = sentences;
        return this;
    }

    public TableSpec spec() {
        return spec;
    }

    /** Whether it is drawn with its rows: it is not folded, or the visitor has opened it. */
    public boolean open() {
        return !spec.folded()
                || pageRequest.part().equals(spec.key())
                || List.of(pageRequest
                                .query()
                                .parameters()
                                .getOrDefault("open", "")
                                .split(","))
                        .contains(spec.key());
    }

    public boolean drawn() {
        return pageRequest.wants(spec.key());
    }

    /** Whether no source answered; then there is a sentence and no view. */
    public boolean failed() {
        load();
        return view == null;
    }

    public String failure() {
        load();
        return failure;
    }

    /** The rows under the state that the address names. */
    public TableView view() {
        load();
        return view;
    }

    /** What the address says of the table and makes no sense there; only where it has a view. */
    public List<Misread> misread() {
        return misread;
    }

    /** How addresses call its columns, where one names a column that there is not; else none. */
    public List<Misread.Key> keys() {
        return misread.stream().anyMatch(Misread::lost)
                ? spec.definition().columns().stream()
                        .map(column -> new Misread.Key(column.id(), column.name()))
                        .toList()
                : List.of();
    }

    private List<Misread> misread(TableQuery asked, boolean viewKnown) {
        return Stream.concat(
                        asked
                                .misread(
                                        spec.prefix() + SavedTables.VIEW,
                                        name -> viewKnown,
                                        "is no saved view, so the default one is shown")
                                .stream(),
                        TableMisreadings.of(asked, view).stream())
                .toList();
    }

    /** The row below which only its own table is asked for; empty text if the whole table is, or rows do not unfold. */
    public String child() {
        return spec.children().isEmpty() ? "" : pageRequest.query().parameters().getOrDefault("child", "");
    }

    /** The table below a row, of what the row consists of. */
    public TableView childView() {
        Layout layout = children.get();
        TableSpec below = TableSpec.minimal("child", child(), layout.table(), "-sample_id", "samples")
                .ofLength(LONGEST_CHILD);
        Iterator<BsonDocument> samples = view().rows().keyed(child()).flatMap(Row::document).stream()
                .flatMap(plate -> plate.getArray("samples", new BsonArray()).stream())
                .map(BsonValue::asDocument)
                .iterator();
        Rows rows =
                new Rows.Merge(layout, false).add(samples).rows(view().rows().asOf());
        return new TableView(below, rows, below.first(), pageRequest.path(), new TableQuery(Map.of()));
    }

    /** The saved views of this table. */
    public List<SavedTables.Saved> savedViews() {
        return saved.of(spec.definition().name());
    }

    private void load() {
        if (view != null || !failure.isEmpty()) {
            return;
        }
        try {
            TableQuery asked = pageRequest.query();
            Optional<TableState> named = saved.base(spec, asked);
            TableQuery query = named.isPresent() ? asked : asked.without(spec.prefix() + SavedTables.VIEW);
            TableState base = named.orElse(spec.first());
            boolean printed = query.parameters().containsKey(PRINTED);
            Rows rows = source.get();
            String key = rows.layout().key().toString();
            view = new TableView(
                            spec,
                            rows,
                            printed ? base.ofLength(MOST_PRINTED) : base,
                            pageRequest.path(),
                            printed ? query.without(PRINTED, spec.prefix() + "n", spec.prefix() + "page") : query)
                    .filledBy(filling)
                    .notedBy(names -> notes.apply(key, names))
                    .explainedBy(meanings);
            misread = misread(asked, named.isPresent());
        } catch (ReportingException.Unavailable away) {
            LOG.log(System.Logger.Level.WARNING, "{0}: {1}", spec.title(), away.getMessage());
            failure = Sentences.away(away.dependency());
        }
    }
}
