package org.egcg.reporting.web.table;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.egcg.reporting.aggregation.FieldPath;
import org.egcg.reporting.review.Requirements;
import org.egcg.reporting.review.Review;
import org.egcg.reporting.review.Reviews;
import org.egcg.reporting.review.Subject;

/**
 * How the rows of a table are judged.
 *
 * @param reviews who says whether they pass
 * @param at where the judged document lies in a row; empty if the row is the document
 * @param lanes what came of the lane of a run element
 */
public record Judging(
        Subject subject, Reviews reviews, List<String> at, Function<BsonDocument, Optional<Review>> lanes) {

    /** Columns whose path begins so show what came of it: {@code judged.verdict} and {@code judged.reasons}. */
    static final String HEAD = "judged";

    private static final List<FieldPath> RECORDED =
            List.of(FieldPath.of("reviewed"), FieldPath.of("aggregated.review_statuses"));

    public Judging {
        at = List.copyOf(at);
    }

    /** Rows that are documents. */
    public static Judging of(Subject subject, Reviews reviews) {
        return new Judging(subject, reviews, List.of(), element -> Optional.empty());
    }

    /** Documents that lie in rows under a name. */
    public Judging in(String name) {
        return new Judging(subject, reviews, List.of(name), lanes);
    }

    /** Run elements, whose lanes are judged so. */
    public Judging with(Function<BsonDocument, Optional<Review>> lane) {
        return new Judging(subject, reviews, at, lane);
    }

    /** Whether a column says why rows are judged as they are. */
    static boolean reasons(Column column) {
        return column.order().head().equals(HEAD) && column.order().names().contains("reasons");
    }

    /** The dotted paths of all fields that are needed. */
    Set<String> fields() {
        String before = at.isEmpty() ? "" : String.join(".", at) + ".";
        Set<String> fields = new TreeSet<>();
        reviews.looksAt(subject).forEach(field -> fields.add(before + field));
        RECORDED.forEach(field -> fields.add(before + field));
        if (subject == Subject.RUN_ELEMENT) {
            fields.add("lane");
        }
        return fields;
    }

    /** The fields of a judged document that a review looks at. */
    List<FieldPath> looksAt() {
        return reviews.looksAt(subject).stream().map(FieldPath::of).toList();
    }

    /** The judged document of a row, if it has one. */
    Optional<BsonDocument> document(BsonDocument row) {
        if (at.isEmpty()) {
            return Optional.of(row);
        }
        BsonValue inside = new FieldPath(at).in(row);
        return inside.isDocument() ? Optional.of(inside.asDocument()) : Optional.empty();
    }

    /** Whether the document itself says enough; what was ordered for a sample may be known to the LIMS alone. */
    boolean complete(BsonDocument document) {
        return subject != Subject.SAMPLE || Requirements.in(document).complete();
    }

    Review review(BsonDocument document, Requirements lims) {
        return switch (subject) {
            case LANE -> reviews.lane(document);
            case RUN_ELEMENT -> reviews.runElement(document, lanes.apply(document));
            case SAMPLE -> reviews.sample(document, Requirements.in(document).or(lims));
            case RAPID -> reviews.rapid(document);
        };
    }

    /** What was recorded: one word, or those of all run elements of a lane. */
    List<String> recorded(BsonDocument document) {
        return RECORDED.stream()
                .map(path -> path.in(document))
                .flatMap(value -> value.isArray() ? value.asArray().stream() : java.util.stream.Stream.of(value))
                .filter(BsonValue::isString)
                .map(word -> word.asString().getValue())
                .toList();
    }

    /** The metric of a column's path; empty if it lies outside of the judged document. */
    Optional<String> metric(ValuePath path) {
        List<String> names = path.names();
        return names.size() > at.size() && names.subList(0, at.size()).equals(at)
                ? Optional.of(String.join(".", names.subList(at.size(), names.size())))
                : Optional.empty();
    }
}
