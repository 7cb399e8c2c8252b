package org.egcg.reporting.client.folder.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The records of a table in a text. */
public final class CsvRecords {
    private CsvRecords() {}

    /** Hands over one record after the other; {@link IllegalArgumentException} where the text is no table. */
    public static void each(LineLimit text, CSVFormat format, Consumer<CSVRecord> taker) throws IOException {
        try (CSVParser parser = format.parse(text)) {
            for (CSVRecord record : parser) {
                text.next();
                taker.accept(record);
            }
        } catch (UncheckedIOException wrong) {
            throw failure(wrong.getCause());
        } catch (IOException wrong) {
            throw failure(wrong);
        }
    }

    private static IOException failure(IOException wrong) {
        if (wrong instanceof CSVException) {
            throw new IllegalArgumentException("is no table: " + wrong.getMessage(), wrong);
        }
        return wrong;
    }
}
