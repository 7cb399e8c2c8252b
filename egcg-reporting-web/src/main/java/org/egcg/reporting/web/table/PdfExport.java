package org.egcg.reporting.web.table;

import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.FontFactory;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfWriter;
import java.io.OutputStream;
import java.util.stream.IntStream;

/** Landscape pages with the heading on each. */
final class PdfExport {

    private static final int AT_ONCE = 200;
    private static final int LONGEST = 40;

    void write(Sheet sheet, OutputStream out) {
        int columns = sheet.columns().size();
        Rectangle paper = columns > 14 ? PageSize.A3 : PageSize.A4;
        float size = columns > 20 ? 5f : columns > 12 ? 6f : 7.5f;
        Document document = new Document(paper.rotate(), 24, 24, 24, 24);
        PdfWriter.getInstance(document, out);
        document.addTitle(sheet.title());
        document.open();
        document.add(new Paragraph(sheet.title(), FontFactory.getFont(FontFactory.HELVETICA_BOLD, 12)));
        document.add(new Paragraph(sheet.rows().size() + " rows", FontFactory.getFont(FontFactory.HELVETICA, size)));
        table(document, sheet, size);
        document.close();
    }

    private static void table(Document document, Sheet sheet, float size) {
        PdfPTable table = new PdfPTable(widths(sheet));
        table.setWidthPercentage(100);
        table.setSpacingBefore(8);
        table.setHeaderRows(1);
        table.setComplete(false);
        Font bold = FontFactory.getFont(FontFactory.HELVETICA_BOLD, size);
        Font plain = FontFactory.getFont(FontFactory.HELVETICA, size);
        sheet.columns().forEach(column -> table.addCell(cell(column.title(), bold, column)));
        int[] indexes = sheet.indexes();
        int written = 0;
        for (Row row : sheet.rows()) {
            for (int i = 0; i < indexes.length; i++) {
                Column column = sheet.columns().get(i);
                table.addCell(cell(text(row, sheet.value(row, indexes, i), indexes[i], column), plain, column));
            }
            if (++written % AT_ONCE == 0) {
                document.add(table);
            }
        }
        table.setComplete(true);
        document.add(table);
    }

    private static String text(Row row, CellValue value, int index, Column column) {
        String text = Sheet.shown(value, column);
        return row.crossed(index).isPresent() ? text + " !" : text;
    }

    /** Widths by the longest text of the first rows, so that ids are not broken. */
    private static float[] widths(Sheet sheet) {
        int[] indexes = sheet.indexes();
        float[] widths = new float[indexes.length];
        for (int i = 0; i < indexes.length; i++) {
            Column column = sheet.columns().get(i);
            int place = i;
            int longest = IntStream.range(0, Math.min(AT_ONCE, sheet.rows().size()))
                    .map(row -> Sheet.shown(sheet.value(sheet.rows().get(row), indexes, place), column)
                            .length())
                    .max()
                    .orElse(0);
            widths[i] = 2f + Math.min(LONGEST, Math.max(longest, column.title().length() / 2));
        }
        return widths;
    }

    private static PdfPCell cell(String text, Font font, Column column) {
        PdfPCell cell = new PdfPCell(new Phrase(text, font));
        cell.setBorderWidth(0.3f);
        cell.setHorizontalAlignment(column.format().numeric() ? Element.ALIGN_RIGHT : Element.ALIGN_LEFT);
        return cell;
    }
}
