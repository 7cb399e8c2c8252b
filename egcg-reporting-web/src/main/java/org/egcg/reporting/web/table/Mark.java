package org.egcg.reporting.web.table;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/**
 * What a whole row is marked with, beside its key.
 *
 * @param sign the letter or sign shown
 * @param style {@code filter}, {@code source}, {@code origin}, {@code odd} or {@code notes}
 * @param reason the sentence that says why
 * @param href where more is said; empty if nowhere
 */
public record Mark(String sign, String style, String reason, String href) {

    static final Mark LIMS_ONLY = new Mark("L", "origin", "LIMS only: the pipelines have reported nothing of it");
    static final Mark NO_LIMS = new Mark("N", "origin", "No LIMS record in this selection");

    private static final int SENTENCES = 3;

    private static final List<ValuePath> TRIMMING = List.of(
            ValuePath.of("trim_r1"),
            ValuePath.of("trim_r2"),
            ValuePath.of("tiles_filtered"),
            ValuePath.of("aggregated.trim_r1"),
            ValuePath.of("aggregated.trim_r2"),
            ValuePath.of("aggregated.tiles_filtered"));
    private static final ValuePath DATA_SOURCE = ValuePath.of("aggregated.most_recent_proc.data_source");
    private static final ValuePath USEABLE = ValuePath.of("aggregated.from_run_elements.useable_run_elements");

    Mark(String sign, String style, String reason) {
        this(sign, style, reason, "");
    }

    /** What does not fit about a row; nothing where there are no sentences. */
    static Optional<Mark> odd(String key, List<String> sentences) {
        if (sentences.isEmpty()) {
            return Optional.empty();
        }
        String more = sentences.size() > SENTENCES ? " And " + (sentences.size() - SENTENCES) + " more." : "";
        String reason =
                "Does not fit: " + String.join(" ", sentences.subList(0, Math.min(SENTENCES, sentences.size()))) + more;
        return Optional.of(
                new Mark("!", "odd", reason, "/inconsistencies?q=" + URLEncoder.encode(key, StandardCharsets.UTF_8)));
    }

    /**
     * That there are notes.
     *
     * @param texts of each in a line, the latest first
     * @param href where they are shown
     */
    public static Mark notes(List<String> texts, String href) {
        String count = texts.size() == 1 ? "1 note" : texts.size() + " notes";
        String more = texts.size() > SENTENCES ? "\n…" : "";
        String shown = String.join("\n", texts.subList(0, Math.min(SENTENCES, texts.size())));
        return new Mark("✎", "notes", count + "\n" + shown + more, href);
    }

    /** Which rows of a table are marked. */
    public enum Rule {
        NONE {
            @Override
            Optional<Mark> of(BsonDocument row) {
                return Optional.empty();
            }
        },
        /** Reads were trimmed or tiles removed. */
        FILTERING {
            @Override
            Optional<Mark> of(BsonDocument row) {
                List<String> done = new ArrayList<>();
                for (ValuePath path : TRIMMING) {
                    String value = filled(path.in(row));
                    if (!value.isEmpty()) {
                        done.add(path.names().get(path.names().size() - 1) + " = " + value);
                    }
                }
                return done.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Mark(
                                "T", "filter", "Reads were trimmed or tiles removed: " + String.join(", ", done)));
            }
        },
        /** The last process used other run elements than those that are useable now. */
        DATA_SOURCE_DIFFERS {
            @Override
            Optional<Mark> of(BsonDocument row) {
                BsonValue used = DATA_SOURCE.in(row);
                BsonValue useable = USEABLE.in(row);
                if (used.isNull() || useable.isNull() || items(used).equals(items(useable))) {
                    return Optional.empty();
                }
                return Optional.of(new Mark(
                        "≠",
                        "source",
                        "Processed from other run elements than the useable ones: "
                                + items(used).size() + " used, "
                                + items(useable).size() + " useable"));
            }
        };

        abstract Optional<Mark> of(BsonDocument row);
    }

    private static List<CellValue> items(BsonValue value) {
        return CellReader.read(value, Format.PLAIN, ZoneOffset.UTC).items();
    }

    private static String filled(BsonValue value) {
        List<CellValue> items = items(value).stream()
                .filter(item -> !(item instanceof CellValue.Numeric number
                        && number.number().doubleValue() == 0))
                .toList();
        return String.join(" ", items.stream().map(Kind.TEXT::text).toList());
    }
}
