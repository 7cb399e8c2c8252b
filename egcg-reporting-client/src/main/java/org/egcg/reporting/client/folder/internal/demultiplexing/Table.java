package org.egcg.reporting.client.folder.internal.demultiplexing;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.egcg.reporting.client.folder.internal.CsvRecords;
import org.egcg.reporting.client.folder.internal.Numbers;
import org.egcg.reporting.client.folder.internal.TextFile;

/** A table of a tool, line by line, with its columns by name. */
final class Table {
    private static final CSVFormat COMMAS = CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreHeaderCase(true)
            .setTrim(true)
            .setQuote(null)
            .setAllowMissingColumnNames(true)
            .get();

    static final CSVFormat TABS = COMMAS.builder().setDelimiter('\t').get();

    private final CSVRecord line;

    private Table(CSVRecord line) {
        this.line = line;
    }

    /** What takes one line. */
    @FunctionalInterface
    interface Line {
        void take(Table line);
    }

    /** Reads a table with commas. */
    static void read(Path file, Line taker) {
        read(file, COMMAS, taker);
    }

    /** Reads a table in another format. */
    static void read(Path file, CSVFormat format, Line taker) {
        TextFile.read(file, text -> {
            CsvRecords.each(text, format, record -> {
                if (record.size() > 1) {
                    taker.take(new Table(record));
                }
            });
            return true;
        });
    }

    /** A cell; empty if the table has no such column, or the line ends before it. */
    Optional<String> cell(String column) {
        return line.isSet(column) ? Optional.of(line.get(column)).filter(text -> !text.isEmpty()) : Optional.empty();
    }

    boolean hasColumn(String column) {
        return line.isMapped(column);
    }

    String text(String column) {
        return cell(column).orElseThrow(() -> new IllegalArgumentException("has no " + column));
    }

    long count(String column) {
        return Numbers.count(text(column), column);
    }

    int lane() {
        return Numbers.within(text("Lane"), 1, 8, "Lane");
    }

    int read(String column) {
        String text = text(column).toUpperCase(Locale.ROOT);
        return Numbers.within(text.startsWith("R") ? text.substring(1) : text, 1, Count.MOST_READS, column);
    }
}
