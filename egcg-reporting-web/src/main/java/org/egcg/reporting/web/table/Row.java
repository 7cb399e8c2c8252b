package org.egcg.reporting.web.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.bson.BsonDocument;
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
        return List.copyOf(marks);
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
        document = document.isPresent() ? document : later.document;
    }

    private static void overlay(CellValue[] under, CellValue[] over) {
        for (int i = 0; i < under.length; i++) {
            if (over[i] != CellValue.Empty.ABSENT) {
                under[i] = over[i];
            }
        }
    }

    CellValue value(int column) {
        return values[column];
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

    /** Whether a single value of a column is outside its limit. */
    Optional<ColumnLimit.Crossed> crossed(int column, CellValue item) {
        Optional<ColumnLimit> limit = layout.columns().get(column).format().limit();
        OptionalDouble measured =
                item instanceof Numeric || item instanceof Text ? item.measure() : OptionalDouble.empty();
        return limit.isEmpty() || measured.isEmpty()
                ? Optional.empty()
                : limit.get().crossedBy(measured.getAsDouble(), field -> extra(new ValuePath(List.of(field))));
    }

    /** Whether any value of a column is outside its limit. */
    boolean crossed(int column) {
        return value(column).items().stream()
                .anyMatch(item -> crossed(column, item).isPresent());
    }

    /** How a value of a column is outside its limit; empty if all are inside. */
    public Optional<ColumnLimit.Crossed> crossed(String column) {
        int index = layout.index(column);
        return value(index).items().stream()
                .flatMap(item -> crossed(index, item).stream())
                .findFirst();
    }

    /** The headings of the columns that have a value outside its limit. */
    public List<String> outside() {
        List<String> outside = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            if (crossed(i)) {
                outside.add(layout.columns().get(i).name());
            }
        }
        return outside;
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
            }
        }
        return all.toString().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return key + Arrays.toString(values);
    }
}
