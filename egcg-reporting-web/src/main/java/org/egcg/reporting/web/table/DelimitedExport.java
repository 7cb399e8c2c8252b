package org.egcg.reporting.web.table;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * Text with one row per line, as RFC 4180 has it, guarded against formulas. Where commas separate cells, what does so for
 * spreadsheets of other countries is quoted too.
 */
final class DelimitedExport {

    private final char separator;
    private final boolean shown;

    DelimitedExport(char separator) {
        this(separator, false);
    }

    private DelimitedExport(char separator, boolean shown) {
        this.separator = separator;
        this.shown = shown;
    }

    /** Cells as a page shows them, instead of unrounded ones. */
    DelimitedExport shown() {
        return new DelimitedExport(separator, true);
    }

    void write(Sheet sheet, OutputStream out) throws IOException {
        Writer lines = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        int[] indexes = sheet.indexes();
        for (int i = 0; i < indexes.length; i++) {
            cell(lines, i, Guard.text(sheet.columns().get(i).title()));
        }
        lines.write("\r\n");
        for (Row row : sheet.rows()) {
            for (int i = 0; i < indexes.length; i++) {
                cell(
                        lines,
                        i,
                        text(sheet.value(row, indexes, i), sheet.columns().get(i)));
            }
            lines.write("\r\n");
        }
        lines.flush();
    }

    private String text(CellValue value, Column column) {
        String text = shown ? Sheet.shown(value, column) : Sheet.raw(value, column);
        return value instanceof CellValue.Numeric ? text : Guard.text(text);
    }

    void cell(Writer lines, int position, String text) throws IOException {
        if (position > 0) {
            lines.write(separator);
        }
        boolean quoted = text.indexOf(separator) >= 0
                || (separator == ',' && (text.indexOf(';') >= 0 || text.indexOf('\t') >= 0))
                || text.indexOf('"') >= 0
                || text.indexOf('\n') >= 0
                || text.indexOf('\r') >= 0;
        lines.write(quoted ? '"' + text.replace("\"", "\"\"") + '"' : text);
    }
}
