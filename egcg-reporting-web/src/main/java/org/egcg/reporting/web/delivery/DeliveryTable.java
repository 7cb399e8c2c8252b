package org.egcg.reporting.web.delivery;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.egcg.reporting.delivery.DeliverySample;
import org.egcg.reporting.delivery.Readiness;
import org.egcg.reporting.web.route.Address;

/**
 * A table of a report; each row has a cell for each column.
 *
 * @param key names it within the report
 * @param bounds by column what a page says of its limit, where the column itself says none
 */
public record DeliveryTable(
        String key, String heading, List<String> columns, List<List<Cell>> rows, Map<String, String> bounds) {

    /** The method whose values are names of runs, parted by commas. */
    private static final String RUNS = "Runs";

    private static final Pattern LIMITED = Pattern.compile("(.*), (at (?:least|most) .*)");

    /**
     * The title of a column as a page shows it.
     *
     * @param limit what stands below it: the limit of its values, or empty text
     */
    public record Title(String text, String limit) {

        static Title of(String column, String otherwise) {
            Matcher limited = LIMITED.matcher(column);
            return limited.matches() ? new Title(limited.group(1), limited.group(2)) : new Title(column, otherwise);
        }
    }

    DeliveryTable(String key, String heading, List<String> columns, List<List<Cell>> rows) {
        this(key, heading, columns, rows, Map.of());
    }

    public List<Title> titles() {
        return columns.stream()
                .map(column -> Title.of(column, bounds.getOrDefault(column, "")))
                .toList();
    }

    /** Whether a column names runs. */
    public boolean ofRuns(int column) {
        return columns.get(column).equals(RUNS);
    }

    /** Whether its rows are samples with a word about each: their names need little room, and what is said needs much. */
    public boolean says() {
        return Set.of("ready", "lacking", "left").contains(key);
    }

    /**
     * A cell.
     *
     * @param style {@code pass} or {@code fail} of what keeps to its limit or does not; of a sample how it stands with its
     *     delivery, {@code idle} of one of which that is open or that is left out; else empty text
     * @param sample the id of the sample that it names; else empty text
     */
    public record Cell(String text, String style, String sample) {

        private static final String NOTHING = "–";

        static Cell of(String text) {
            return new Cell(text.isEmpty() ? NOTHING : text, "", "");
        }

        static Cell named(DeliverySample sample) {
            return new Cell(sample.id(), style(sample), sample.id());
        }

        private static String style(DeliverySample sample) {
            return sample.readiness() == Readiness.READY ? "pass" : sample.hasFailed() ? "fail" : "idle";
        }

        /** How it stands with the sample that it names, in words. */
        public String standing() {
            return style.equals("pass") ? "ready" : style.equals("fail") ? "failed" : "not ready";
        }

        /** The pages of the runs that it names. */
        public List<Run> runs() {
            return Stream.of(text.split(", "))
                    .filter(run -> !run.equals(NOTHING))
                    .map(run -> new Run(run, Address.of("/run/", run)))
                    .toList();
        }

        /** The page of the sample that it names. */
        public String href() {
            return Address.of("/sample/", sample);
        }
    }

    /** A run and its page. */
    public record Run(String name, String href) {}
}
