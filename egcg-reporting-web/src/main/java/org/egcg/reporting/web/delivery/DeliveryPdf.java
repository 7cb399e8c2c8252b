package org.egcg.reporting.web.delivery;

import com.lowagie.text.Document;
import com.lowagie.text.Font;
import com.lowagie.text.FontFactory;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfWriter;
import java.io.OutputStream;
import org.egcg.reporting.web.delivery.DeliveryTable.Cell;

/** Writes a report as landscape pages; the heads of its tables stand on each. */
public final class DeliveryPdf {

    private static final int MARGIN = 36;
    private static final int WIDE = 10;
    private static final Font TITLE = FontFactory.getFont(FontFactory.HELVETICA_BOLD, 16);
    private static final Font HEADING = FontFactory.getFont(FontFactory.HELVETICA_BOLD, 11);

    private DeliveryPdf() {}

    public static void write(DeliveryReport report, OutputStream out) {
        Document document = new Document(PageSize.A4.rotate(), MARGIN, MARGIN, MARGIN, MARGIN);
        PdfWriter.getInstance(document, out);
        document.addTitle(report.title());
        document.open();
        document.add(new Paragraph(report.title(), TITLE));
        document.add(head(report));
        for (DeliveryTable table : report.tables()) {
            Paragraph heading = new Paragraph(table.heading(), HEADING);
            heading.setSpacingBefore(12);
            document.add(heading);
            document.add(table(table));
        }
        document.close();
    }

    private static PdfPTable head(DeliveryReport report) {
        PdfPTable table = new PdfPTable(new float[] {1, 5});
        table.setWidthPercentage(100);
        table.setSpacingBefore(10);
        report.head().forEach(named -> {
            table.addCell(cell(named.name(), FontFactory.getFont(FontFactory.HELVETICA_BOLD, 8), 0));
            table.addCell(cell(named.value(), FontFactory.getFont(FontFactory.HELVETICA, 8), 0));
        });
        return table;
    }

    private static PdfPTable table(DeliveryTable content) {
        float size = content.columns().size() > WIDE ? 6f : 8f;
        Font bold = FontFactory.getFont(FontFactory.HELVETICA_BOLD, size);
        Font plain = FontFactory.getFont(FontFactory.HELVETICA, size);
        PdfPTable table = new PdfPTable(content.columns().size());
        table.setWidthPercentage(100);
        table.setSpacingBefore(4);
        table.setHeaderRows(1);
        content.columns().forEach(column -> table.addCell(cell(column, bold, 0.3f)));
        content.rows().forEach(row -> row.forEach(value -> table.addCell(cell(text(value), plain, 0.3f))));
        return table;
    }

    /** What a color says on a screen. */
    private static String text(Cell cell) {
        return cell.style().equals("fail") && cell.sample().isEmpty() ? cell.text() + " !" : cell.text();
    }

    private static PdfPCell cell(String text, Font font, float border) {
        PdfPCell cell = new PdfPCell(new Phrase(text, font));
        cell.setBorderWidth(border);
        return cell;
    }
}
