package org.egcg.reporting.web.reading;

import java.util.List;
import java.util.Optional;
import org.egcg.reporting.web.table.Column;
import org.egcg.reporting.web.table.Format;
import org.egcg.reporting.web.table.Kind;
import org.egcg.reporting.web.table.ValuePath;

/** Columns of the tables of what charts are drawn of. */
public final class ChartColumns {

    private ChartColumns() {}

    public static Column of(String id, String title, Kind kind) {
        return column(id, title, Format.of(kind));
    }

    /** One whose value stands elsewhere than under its name. */
    static Column at(String id, String path, String title, Kind kind) {
        ValuePath from = ValuePath.of(path);
        return new Column(id, title, Optional.empty(), from, from, Format.of(kind), true, true, false, false);
    }

    /** The values lead to what they name. */
    public static Column linked(String id, String title, String prefix) {
        Format plain = Format.of(Kind.TEXT);
        Format linked = new Format(
                plain.kind(),
                plain.derived(),
                plain.limit(),
                Optional.of(prefix),
                plain.count(),
                plain.samples(),
                plain.aged(),
                plain.sum());
        return column(id, title, linked);
    }

    /** The five numbers of a box, and how many values lie outside. */
    public static List<Column> box(Kind kind) {
        return List.of(
                of("low", "Low", kind),
                of("lower", "Lower quartile", kind),
                of("median", "Median", kind),
                of("upper", "Upper quartile", kind),
                of("high", "High", kind),
                of("outliers", "Outliers", Kind.INT));
    }

    private static Column column(String id, String title, Format format) {
        ValuePath path = ValuePath.of(id);
        return new Column(id, title, Optional.empty(), path, path, format, true, true, false, false);
    }
}
