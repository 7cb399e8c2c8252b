package org.egcg.reporting.web.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExportTest {

    private static final Map<String, String> COLUMNS =
            Map.of("cols", "sample_id,species,run_ids,pc_duplicate_reads,started_date");
    private static final Rows ROWS = Tables.rows(
            Tables.layout("samples", "sample_id"),
            "{sample_id: 'S1', species: '=1+1', aggregated: {pc_duplicate_reads: 12.345, run_ids: ['b', 'a']}, started_date: '2018-06-01T10:00:00'}",
            "{sample_id: 'S,2', species: 'a \"b\"', aggregated: {pc_duplicate_reads: -3}}");

    private static byte[] exported(Export export, boolean all) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        export.write(Tables.view(ROWS, "sample_id", COLUMNS), all, out);
        return out.toByteArray();
    }

    @Test
    void csvHoldsRawValuesAndNoFormulas() throws IOException {
        assertThat(new String(exported(Export.CSV, false), StandardCharsets.UTF_8))
                .isEqualTo("""
                Sample ID,Species,Run ids,% duplicate reads,Date started\r
                "S,2","a ""b""\",,-3,\r
                S1,'=1+1,"a, b",12.345,2018-06-01\r
                """);
    }

    @Test
    void aSelectionNamesTheRowsAndWhatAReviewIsAbout() throws IOException {
        assertThat(new String(exported(Export.SELECTION, false), StandardCharsets.UTF_8).replaceAll("\\s", ""))
                .isEqualTo("[{\"key\":\"S,2\",\"entities\":[]},{\"key\":\"S1\",\"entities\":[]}]");
    }

    @ParameterizedTest
    @CsvSource({"92.77387839304546", "0.16112970000000001", "1.0E-7", "436896946836.5", "3.0"})
    void anExportedNumberIsTheOneThatIsStored(double stored) {
        String exported = Sheet.raw(
                new CellValue.Decimal(stored),
                Tables.SHIPPED.table("samples").column("pc_duplicate_reads").orElseThrow());
        assertThat(Double.parseDouble(exported)).isEqualTo(stored);
        assertThat(exported).doesNotContain("E");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "＋1+1", "－1+1", "＠SUM(A1)"})
    void noTextBeginsLikeAFormulaInAnyLanguage(String text) {
        assertThat(Guard.text(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a;b", "a,b", "a\tb", "a\nb", "a\rb", ";=1+1"})
    void whateverSeparatesCellsInSomeCountryIsQuoted(String text) throws IOException {
        StringWriter cell = new StringWriter();
        new DelimitedExport(',').cell(cell, 0, text);
        assertThat(cell.toString()).isEqualTo('"' + text + '"');
    }

    @Test
    void theClipboardGetsWhatIsShown() throws IOException {
        assertThat(new String(exported(Export.TEXT, false), StandardCharsets.UTF_8))
                .contains("S1\t'=1+1\ta, b\t12.3%\t2018-06-01");
    }

    @Test
    void hiddenColumnsAreExportedIfAskedFor() throws IOException {
        assertThat(new String(exported(Export.TSV, true), StandardCharsets.UTF_8))
                .contains("Is Tumor Sample");
    }

    @Test
    void aWorkbookKeepsNumbersAndNeverHasAFormula() throws IOException {
        Path file = Files.createTempFile("rows", ".xlsx");
        Files.write(file, exported(Export.XLSX, false));
        String sheet;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            sheet = new String(
                    zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(),
                    StandardCharsets.UTF_8);
        }
        Files.delete(file);
        assertThat(sheet).contains("<v>12.345</v>").contains("=1+1").doesNotContain("<f>");
    }

    @Test
    void aPdfHasEveryRow() throws IOException {
        try (PdfReader reader = new PdfReader(exported(Export.PDF, false))) {
            assertThat(new PdfTextExtractor(reader).getTextFromPage(1))
                    .contains("S1")
                    .contains("12.3%")
                    .contains("2 rows");
        }
    }
}
