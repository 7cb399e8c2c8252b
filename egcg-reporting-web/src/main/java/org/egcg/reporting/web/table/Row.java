package org.egcg.reporting.web.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.egcg.reporting.review.Finding;
import org.egcg.reporting.review.Requirements;
import org.egcg.reporting.review.Review;
import org.egcg.reporting.review.Standing;
import org.egcg.reporting.review.Verdict;
import org.egcg.reporting.web.table.CellValue.Empty;
import org.egcg.reporting.web.table.CellValue.Numeric;
import org.egcg.reporting.web.table.CellValue.Text;

/**
 * One row: a value per column of its table, in the definition's order. Values do not change once the rows of a table
 * are complete.
 */
public final class Row {

    private final String key;
    private final Layout layout;
    private final CellValue[] values;
    private final CellValue[] extras;
    private final List<Mark> marks = new ArrayList<>(1);
    private Optional<RowVerdict> verdict = Optional.empty();
    private int sources;
    private Optional<BsonDocument> document;
    private volatile String text;

    Row(
            String key,
            Layout layout,
            CellValue[] values,
            CellValue[] extras,
            int sources,
            Optional<BsonDocument> document) {
        this.key = key;
        this.layout = layout;
        this.values = values;
        this.extras = extras;
        this.sources = sources;
        this.document = document;
    }

    /** What names the row within its table. */
    public String key() {
        return key;
    }

    /** The document behind the row, where its table keeps it. */
    public Optional<BsonDocument> document() {
        return document;
    }

    public List<Mark> marks() {
        Optional<Mark> difference =
                review().flatMap(now -> verdict.orElseThrow().difference(now));
        Optional<Mark> odd = Mark.odd(key, layout.oddness().about(key));
        return Stream.of(odd.stream(), difference.stream(), marks.stream())
                .flatMap(mark -> mark)
                .toList();
    }

    void judged(RowVerdict came) {
        verdict = Optional.of(came);
    }

    /** What came of the row; empty if it is not judged, or nothing is there to be judged. */
    public Optional<Review> review() {
        return verdict.map(came -> came.review(this::ordered));
    }

    /** What the LIMS says was ordered. */
    private Requirements ordered() {
        return Requirements.inLims(
                field -> Optional.of(extra(new ValuePath(List.of(field))).text()));
    }

    void mark(Mark mark) {
        if (!marks.contains(mark)) {
            marks.add(mark);
        }
    }

    boolean from(int source) {
        return (sources & (1 << source)) != 0;
    }

    /** Takes over what a later document has, by top-level names. */
    void overlay(Row later) {
        overlay(values, later.values);
        overlay(extras, later.extras);
        later.marks.forEach(this::mark);
        sources |= later.sources;
        verdict = verdict.or(() -> later.verdict);
        document = document.isPresent() ? document : later.document;
    }

    /** A row of its own: this one with what other sources have over it, which keeps what was found out of the document. */
    Row under(List<List<Row>> sources, boolean complete) {
        boolean alone = sources.stream().allMatch(List::isEmpty);
        Row whole = new Row(
                key, layout, alone ? values : values.clone(), alone ? extras : extras.clone(), this.sources, document);
        whole.verdict = verdict.map(RowVerdict::besideOthers);
        marks.forEach(whole::mark);
        sources.forEach(source -> source.forEach(whole::overlay));
        if (complete && !sources.isEmpty() && alone) {
            whole.mark(Mark.NO_LIMS);
        }
        return whole;
    }

    /** Whether another row has the same values and marks. */
    boolean says(Row other) {
        return Arrays.equals(values, other.values)
                && Arrays.equals(extras, other.extras)
                && marks.equals(other.marks)
                && verdict.isEmpty()
                && other.verdict.isEmpty()
                && document.equals(other.document);
    }

    private static void overlay(CellValue[] under, CellValue[] over) {
        for (int i = 0; i < under.length; i++) {
            if (over[i] != CellValue.Empty.ABSENT) {
                under[i] = over[i];
            }
        }
    }

    /** What came of the row is known when all of its sources are, so it is not kept among the values. */
    CellValue value(int column) {
        CellValue value = values[column];
        return value == Empty.ABSENT ? outcome(layout.columns().get(column)) : value;
    }

    /** The value of a column by its name. */
    public CellValue value(String column) {
        return value(layout.index(column));
    }

    /** The names of the samples that a review of this row is about, without those of unknown barcodes. */
    public List<String> entities() {
        return layout.entities()
                .map(path -> extra(path).items().stream()
                        .map(CellValue::text)
                        .filter(name -> !name.equals("Undetermined"))
                        .distinct()
                        .sorted()
                        .toList())
                .orElse(List.of());
    }

    private CellValue extra(ValuePath path) {
        return extras[layout.extra(path)];
    }

    /** The verdict in a word, or why it is so; empty without a reason, and for columns that show neither. */
    private CellValue outcome(Column column) {
        if (layout.judging().isEmpty() || !column.order().head().equals(Judging.HEAD)) {
            return Empty.ABSENT;
        }
        if (Judging.reasons(column)) {
            return review().flatMap(Reasons::of).orElse(Empty.EMPTY);
        }
        return new Text(
                review().map(Review::verdict).orElseGet(Verdict.NoData::new).word());
    }

    /** How a column's value does not keep to its limit; empty if it does, or there is none. */
    Optional<CellMark> crossed(int column) {
        Column about = layout.columns().get(column);
        Optional<Finding> finding = finding(about);
        if (finding.isPresent()) {
            Verdict verdict = review().orElseThrow().verdict();
            Optional<CellMark> mark = CellMark.of(
                    finding.get(),
                    layout.judging().orElseThrow().subject().reviewed(),
                    about.format().kind());
            boolean fails = verdict instanceof Verdict.Fail fail && fail.isFailedBy(finding.get());
            return isQuiet(finding.get(), verdict) ? Optional.empty() : fails ? mark.map(CellMark::failing) : mark;
        }
        return value(column).items().stream()
                .flatMap(item -> ownLimit(about, item).stream())
                .findFirst();
    }

    /** A value that is still to come is no fault of a row that does not fail by it. */
    private static boolean isQuiet(Finding finding, Verdict verdict) {
        return verdict instanceof Verdict.NoData
                || (finding.standing() == Standing.NO_VALUE && !(verdict instanceof Verdict.Fail));
    }

    /** What the limits say of a column; empty if they say nothing. */
    private Optional<Finding> finding(Column column) {
        return layout.judging().flatMap(how -> how.metric(column.order())).flatMap(metric -> review().flatMap(
                        now -> now.of(metric)));
    }

    /** The same of a column by its name. */
    public Optional<Finding> finding(String column) {
        return finding(layout.columns().get(layout.index(column)));
    }

    /** The limit of a column for this row, in words; empty text if there is none. */
    public String limit(String column) {
        Column about = layout.columns().get(layout.index(column));
        return finding(about)
                .map(found -> CellMark.words(found, about.format().kind()))
                .map(words -> words.isEmpty() ? words : Quantity.with(words, unit(about)))
                .orElseGet(about::limit);
    }

    /** The unit of a column on its own: that of its heading, or of its limit where the heading has none. */
    private String unit(Column column) {
        return column.unit().isEmpty()
                ? finding(column).map(found -> found.threshold().unit()).orElse("")
                : column.unit();
    }

    /** A limit that an institute has given to the column itself. */
    private Optional<CellMark> ownLimit(Column column, CellValue item) {
        Optional<ColumnLimit> limit = column.format().limit();
        OptionalDouble measured =
                item instanceof Numeric || item instanceof Text ? item.measure() : OptionalDouble.empty();
        return limit.isEmpty() || measured.isEmpty()
                ? Optional.empty()
                : limit.get()
                        .crossedBy(measured.getAsDouble(), field -> extra(new ValuePath(List.of(field))))
                        .map(crossed -> CellMark.of(crossed, column.format().kind()));
    }

    /** The value of a column on its own; empty if the table has no such column. */
    public Optional<Figure> figure(String column) {
        return layout.table().column(column).map(this::figure);
    }

    private Figure figure(Column column) {
        String text = shown(column.id());
        Optional<CellMark> mark = crossed(column.id());
        return new Figure(
                column.name(),
                text.isEmpty() ? text : Quantity.with(text, unit(column)),
                limit(column.id()),
                mark.map(CellMark::style).orElse(""),
                mark.map(found -> found.reason(column.name(), text, unit(column)))
                        .orElse(""),
                column.format().kind() == Kind.STATE && !text.isEmpty() ? Verdicts.style(text) : "");
    }

    /** What a column has, with the digits that tell it from a limit to which it does not keep. */
    public String shown(String column) {
        return shown(column, 0);
    }

    /** The same with so many decimals at least. */
    public String shown(String column, int decimals) {
        Kind kind = layout.columns().get(layout.index(column)).format().kind();
        CellValue value = value(column);
        return kind.joined(
                value,
                Math.max(
                        decimals,
                        crossed(column).map(mark -> mark.decimals(kind, value)).orElse(0)));
    }

    /** What a column has, unrounded and as programs call it; empty text if it has nothing, or the table has no such column. */
    public String raw(String column) {
        return layout.table()
                .column(column)
                .map(known -> value(known.id()).text())
                .orElse("");
    }

    /** How a value of a column does not keep to its limit; empty if it does. */
    public Optional<CellMark> crossed(String column) {
        return crossed(layout.index(column));
    }

    void prepare() {
        review();
        text();
    }

    /** Everything in the row, raw and as shown, in lower case: what a search looks through. */
    String text() {
        String found = text;
        if (found == null) {
            found = gathered();
            text = found;
        }
        return found;
    }

    private String gathered() {
        StringBuilder all = new StringBuilder(values.length * 8);
        for (int i = 0; i < values.length; i++) {
            Kind kind = layout.columns().get(i).format().kind();
            for (CellValue item : value(i).items()) {
                String raw = item.text();
                all.append(raw).append('\n');
                String shown = kind.text(item);
                if (!shown.equals(raw)) {
                    all.append(shown).append('\n');
                }
                if (item instanceof CellValue.Reworded words) {
                    all.append(words.said()).append('\n');
                }
            }
        }
        return all.toString().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return key + Arrays.toString(values);
    }
}
