package org.egcg.reporting.web.table;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The files that a table can be taken away in. Rows are written one by one as they come. */
public enum Export {
    CSV("csv", "text/csv; charset=UTF-8") {
        @Override
        void write(Sheet sheet, OutputStream out) throws IOException {
            new DelimitedExport(',').write(sheet, out);
        }
    },
    TSV("tsv", "text/tab-separated-values; charset=UTF-8") {
        @Override
        void write(Sheet sheet, OutputStream out) throws IOException {
            new DelimitedExport('\t').write(sheet, out);
        }
    },
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") {
        @Override
        void write(Sheet sheet, OutputStream out) throws IOException {
            new ExcelExport().write(sheet, out);
        }
    },
    PDF("pdf", "application/pdf") {
        @Override
        void write(Sheet sheet, OutputStream out) {
            new PdfExport().write(sheet, out);
        }
    },
    /** What is put on the clipboard: tab separated, as shown. */
    TEXT("text", "text/plain; charset=UTF-8") {
        @Override
        void write(Sheet sheet, OutputStream out) throws IOException {
            new DelimitedExport('\t').shown().write(sheet, out);
        }
    },
    /** Which rows match, and what a review of each is about: what a browser selects. */
    SELECTION("selection", "application/json; charset=UTF-8") {
        @Override
        void write(Sheet sheet, OutputStream out) throws IOException {
            new RowKeys().write(sheet, out);
        }
    },
    /** How the values of each column spread: what a heading shows and offers to choose from. */
    PROFILE("profile", "application/json; charset=UTF-8") {
        @Override
        void write(Sheet sheet, OutputStream out) throws IOException {
            new Profile().write(sheet, out);
        }
    };

    private final String extension;
    private final String mediaType;

    Export(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    abstract void write(Sheet sheet, OutputStream out) throws IOException;

    public static Optional<Export> named(String extension) {
        return Arrays.stream(values())
                .filter(export -> export.extension.equals(extension))
                .findFirst();
    }

    public String extension() {
        return extension;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Whether it is a file that is kept. */
    public boolean isFile() {
        return this != TEXT && this != SELECTION && this != PROFILE;
    }

    /** Writes the rows that pass search and filters, in order; hidden columns too if asked for. */
    public void write(TableView view, boolean allColumns, OutputStream out) throws IOException {
        List<Column> columns = allColumns ? view.spec().definition().columns() : view.columns();
        view.fill(view.matching());
        write(new Sheet(view.spec().title(), columns, view), out);
    }
}
