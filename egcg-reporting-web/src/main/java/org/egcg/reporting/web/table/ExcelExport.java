package org.egcg.reporting.web.table;

import java.io.IOException;
import java.io.OutputStream;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Worksheet;

/** A workbook of one sheet; numbers and dates stay numbers and dates, text is never a formula. */
final class ExcelExport {

    private static final int FLUSHED = 500;
    private static final int LONGEST = 32_767;
    private static final Pattern REFUSED = Pattern.compile("[\\[\\]:*?/\\\\]");
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]");

    void write(Sheet sheet, OutputStream out) throws IOException {
        try (var workbook = new org.dhatim.fastexcel.Workbook(out, "EGCG Reporting", "1.0")) {
            Worksheet rows = workbook.newWorksheet(name(sheet.title()));
            int[] indexes = sheet.indexes();
            for (int i = 0; i < indexes.length; i++) {
                rows.inlineString(0, i, sheet.columns().get(i).title());
                rows.style(0, i).bold().set();
            }
            rows.freezePane(1, 1);
            int number = 1;
            for (Row row : sheet.rows()) {
                for (int i = 0; i < indexes.length; i++) {
                    cell(
                            rows,
                            number,
                            i,
                            sheet.value(row, indexes, i),
                            sheet.columns().get(i));
                }
                if (number++ % FLUSHED == 0) {
                    rows.flush();
                }
            }
        }
    }

    private static void cell(Worksheet rows, int row, int column, CellValue value, Column definition) {
        if (value.isEmpty()) {
            return;
        }
        if (value instanceof CellValue.Numeric numeric) {
            rows.value(row, column, numeric.number());
        } else if (value instanceof CellValue.Moment moment) {
            rows.value(row, column, moment.date());
            rows.style(row, column)
                    .format(definition.format().kind() == Kind.DATE ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss")
                    .set();
        } else if (Sheet.counted(value, definition)) {
            rows.value(row, column, value.items().size());
        } else {
            String text = CONTROL.matcher(Sheet.raw(value, definition)).replaceAll(" ");
            rows.inlineString(row, column, text.substring(0, Math.min(text.length(), LONGEST)));
        }
    }

    private static String name(String title) {
        String name = REFUSED.matcher(title).replaceAll(" ").strip();
        return name.substring(0, Math.min(name.length(), 31));
    }
}
