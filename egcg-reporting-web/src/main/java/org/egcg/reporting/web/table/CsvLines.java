package org.egcg.reporting.web.table;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Lines of texts as RFC 4180 has them, guarded against formulas. */
public final class CsvLines {

    private final Writer lines;
    private final DelimitedExport cells = new DelimitedExport(',');

    public CsvLines(OutputStream out) {
        lines = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
    }

    public void line(List<String> texts) throws IOException {
        for (int i = 0; i < texts.size(); i++) {
            cells.cell(lines, i, Guard.text(texts.get(i)));
        }
        lines.write("\r\n");
    }

    public void flush() throws IOException {
        lines.flush();
    }
}
