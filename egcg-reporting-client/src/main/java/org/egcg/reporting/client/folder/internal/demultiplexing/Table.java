package org.egcg.reporting.client.folder.internal.demultiplexing;

import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.egcg.reporting.client.folder.internal.LineLimit;
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
        TextFile.read(file, text -> all(text, COMMAS, taker));
    }

    /** Reads a table in another format until a line that is none of it. */
    static boolean all(LineLimit text, CSVFormat format, Line taker) throws CharacterCodingException {
        try (CSVParser parser = format.parse(text)) {
            for (CSVRecord record : parser) {
                if (record.size() > 1) {
                    taker.take(new Table(record));
                }
            }
            return true;
        } catch (UncheckedIOException wrong) {
            throw failure(wrong.getCause());
        } catch (java.io.IOException wrong) {
            throw failure(wrong);
        }
    }

    private static CharacterCodingException failure(java.io.IOException wrong) {
        if (wrong instanceof CharacterCodingException coding) {
            return coding;
        }
        throw new IllegalArgumentException("is no table: " + wrong.getMessage(), wrong);
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
