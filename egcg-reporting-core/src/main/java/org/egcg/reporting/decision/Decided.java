package org.egcg.reporting.decision;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonObjectId;
import org.bson.BsonString;
import org.bson.types.ObjectId;
import org.egcg.reporting.internal.json.Bson;
import org.egcg.reporting.json.EveDate;

/**
 * What a person has decided of one document, a run element or a sample.
 *
 * @param kind on what: {@code run_elements}, {@code lanes} or {@code samples}
 * @param document which one
 * @param resource what it is of
 * @param name its run element id or sample id
 * @param by who decided
 * @param date when, as the document says
 * @param about the lane that was decided on as a whole; else the same as the name
 * @param ruled what the rules said then
 * @param fields what was written into the document
 */
public record Decided(
        String kind,
        ObjectId document,
        String resource,
        String name,
        String about,
        String by,
        BsonDateTime date,
        Ruled ruled,
        BsonDocument fields) {

    private static final List<String> VERDICT = List.of("reviewed", "review_comments", "review_date");
    private static final List<String> USE = List.of("useable", "useable_comments", "useable_reviewer", "useable_date");

    /** Whether the document's verdict is still this one, and no other was given since. */
    public boolean isVerdictOf(BsonDocument stored) {
        return holds(VERDICT, stored);
    }

    /** Whether anything of it is still so. */
    public boolean standsIn(BsonDocument stored) {
        return isVerdictOf(stored) || holds(USE, stored);
    }

    private boolean holds(List<String> names, BsonDocument stored) {
        return fields.containsKey(names.get(0))
                && names.stream().allMatch(name -> fields.get(name).equals(stored.get(name)));
    }

    /** Whether some fields, of which those may be missing that are as they were, are of this decision by their dates. */
    boolean isDatedAs(BsonDocument some) {
        return Stream.of("review_date", "useable_date")
                .anyMatch(name -> fields.containsKey(name) && fields.get(name).equals(some.get(name)));
    }

    /** What the rules would have recorded, such as {@code fail}; empty text if they said nothing. */
    public String rules() {
        return ruled.word();
    }

    /** {@code pass} or {@code fail}; empty if that was not decided. */
    public Optional<String> reviewed() {
        return Bson.optionalText(fields, "reviewed");
    }

    /** {@code yes} or {@code no}; empty if that was not decided. */
    public Optional<String> useable() {
        return Bson.optionalText(fields, "useable");
    }

    public String comment() {
        return Bson.optionalText(fields, "review_comments").orElseGet(() -> Bson.text(fields, "useable_comments"));
    }

    /** Such as {@code ann decided reviewed fail, useable no ("too little DNA") at 26_04_2019_10:00:00}. */
    public String sentence() {
        String words = Stream.of(
                        reviewed().map(word -> "reviewed " + word), useable().map(word -> "useable " + word))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        return by + " decided " + words + " (\"" + comment() + "\") at " + EveDate.format(date);
    }

    /** Everything of it, as it is kept and as programs are told. */
    public BsonDocument told() {
        BsonDocument told = new BsonDocument("kind", new BsonString(kind))
                .append("document", new BsonObjectId(document))
                .append("resource", new BsonString(resource))
                .append("name", new BsonString(name))
                .append("about", new BsonString(about))
                .append("by", new BsonString(by))
                .append("date", date);
        ruled.keepIn(told);
        return told.append("fields", fields);
    }

    static Decided of(BsonDocument kept) {
        String name = Bson.text(kept, "name");
        String about = Bson.optionalText(kept, "about").orElse(name);
        return new Decided(
                kind(kept, about.equals(name)),
                kept.getObjectId("document").getValue(),
                Bson.text(kept, "resource"),
                name,
                about,
                Bson.text(kept, "by"),
                kept.getDateTime("date"),
                Ruled.of(kept),
                Bson.copy(kept.getDocument("fields")));
    }

    /** Decisions of old do not say it, and a lane that is named as its only run element is not told from that. */
    private static String kind(BsonDocument kept, boolean itself) {
        return Bson.optionalText(kept, "kind").orElseGet(() -> itself ? Bson.text(kept, "resource") : "lanes");
    }
}
