package org.egcg.reporting.review;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.types.ObjectId;
import org.egcg.reporting.decision.Decidable;
import org.egcg.reporting.decision.Decided;
import org.egcg.reporting.decision.Decision;
import org.egcg.reporting.decision.DecisionBook;
import org.egcg.reporting.decision.DecisionState;
import org.egcg.reporting.decision.Ruled;
import org.egcg.reporting.error.ReportingException.EtagMismatch;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.error.ReportingException.NotFound;

/** Writes what people decide into run elements and samples: into all that a decision names, or into none. */
final class ManualReviews {

    private final LabRecords records;
    private final Judge judge;
    private final Reviews reviews;
    private final DecisionBook book;
    private final Supplier<BsonDateTime> now;

    ManualReviews(LabRecords records, Judge judge, Reviews reviews, DecisionBook book, Supplier<BsonDateTime> now) {
        this.records = records;
        this.judge = judge;
        this.reviews = reviews;
        this.book = book;
        this.now = now;
    }

    /** A document to be changed, and what the rules say of it; empty if they say nothing. */
    private record Target(BsonDocument document, String about, Optional<Review> review, Ruled ruled) {
        ObjectId id() {
            return document.getObjectId("_id").getValue();
        }

        String rules() {
            return ruled.word();
        }
    }

    /**
     * Decides.
     *
     * @return what was decided of each document
     * @throws NotFound if one of the ids names nothing
     * @throws Malformed if the comment is missing though the rules say something else, or nothing
     * @throws EtagMismatch if one of them has changed since it was looked at; it tells what others have decided
     */
    List<Decided> decide(Decision decision, String by) {
        List<DecisionState> standings = standings(decision.kind(), decision.ids());
        standings.forEach(standing -> refuseIfChanged(decision, standing));
        List<Target> targets = targets(decision, standings);
        refuseWithoutReason(decision, targets);
        BsonDateTime date = now.get();
        List<Decided> decided = targets.stream()
                .map(target -> decided(decision, target, by, date))
                .toList();
        book.keep(decided);
        write(decision, standings, decided);
        return decided;
    }

    private void write(Decision decision, List<DecisionState> standings, List<Decided> decided) {
        Map<ObjectId, BsonDocument> changes = new LinkedHashMap<>();
        decided.forEach(one -> changes.put(one.document(), one.fields()));
        Map<ObjectId, String> versions = new HashMap<>();
        standings.stream()
                .filter(standing -> decision.versions().containsKey(standing.id()))
                .flatMap(standing -> standing.documents().stream())
                .forEach(document -> versions.put(
                        document.getObjectId("_id").getValue(),
                        document.getString("_etag").getValue()));
        try {
            records.note(decision.kind().written(), changes, versions);
        } catch (EtagMismatch faster) {
            standings(decision.kind(), decision.ids()).forEach(standing -> refuseIfChanged(decision, standing));
            throw faster;
        }
    }

    /** How it stands with some, in their order. */
    List<DecisionState> standings(Decidable kind, List<String> ids) {
        Map<String, List<BsonDocument>> documents = documents(kind, ids);
        ids.stream().filter(id -> !documents.containsKey(id)).findFirst().ifPresent(id -> {
            throw new NotFound("No data found for " + kind.word() + " id " + id + ".");
        });
        Map<ObjectId, List<Decided>> earlier = book
                .of(documents.values().stream()
                        .flatMap(List::stream)
                        .map(document -> document.getObjectId("_id").getValue())
                        .toList())
                .stream()
                .collect(Collectors.groupingBy(Decided::document));
        return ids.stream()
                .map(id -> new DecisionState(kind, id, documents.get(id), of(documents.get(id), earlier)))
                .toList();
    }

    private static List<Decided> of(List<BsonDocument> documents, Map<ObjectId, List<Decided>> earlier) {
        return documents.stream()
                .flatMap(document ->
                        earlier.getOrDefault(document.getObjectId("_id").getValue(), List.of()).stream())
                .sorted(Comparator.comparing(Decided::date).reversed())
                .toList();
    }

    private Map<String, List<BsonDocument>> documents(Decidable kind, List<String> ids) {
        if (kind == Decidable.LANE) {
            return judge.elements(ids);
        }
        return records.named(kind.resource(), kind.field(), ids).stream()
                .collect(Collectors.groupingBy(document -> Judged.text(document, kind.field())));
    }

    private static void refuseIfChanged(Decision decision, DecisionState standing) {
        String looked = decision.versions().get(standing.id());
        if (looked != null && !looked.equals(standing.version())) {
            String what = decision.kind().resource() + "/" + standing.id() + " has changed since it was looked at";
            throw new EtagMismatch(standing.current().stream()
                    .findFirst()
                    .map(other -> what + ": " + other.sentence() + ".")
                    .orElse(what + "."));
        }
    }

    private List<Target> targets(Decision decision, List<DecisionState> standings) {
        if (decision.kind() == Decidable.SAMPLE) {
            Map<String, Judgement> judged = judge.samples(decision.ids(), reviews).stream()
                    .collect(Collectors.toMap(Judgement::id, judgement -> judgement));
            return standings.stream()
                    .map(standing -> sample(standing, judged.get(standing.id()).reviews()))
                    .toList();
        }
        List<BsonDocument> elements = standings.stream()
                .flatMap(standing -> standing.documents().stream())
                .toList();
        Map<ObjectId, Review> judged = new HashMap<>();
        judge.runElements(elements, reviews)
                .forEach(one -> judged.put(one.document().getObjectId("_id").getValue(), one.review()));
        Map<String, Review> lanes = lanes(decision);
        return standings.stream()
                .flatMap(standing -> elements(standing, judged, Optional.ofNullable(lanes.get(standing.id()))))
                .toList();
    }

    private static Target sample(DecisionState standing, List<Review> reviews) {
        Optional<Review> review = reviews.stream().findFirst();
        Ruled ruled = review.map(one -> RulesSaid.of(one, one.findings())).orElse(Ruled.SILENT);
        return new Target(standing.documents().get(0), standing.id(), review, ruled);
    }

    private Map<String, Review> lanes(Decision decision) {
        return decision.kind() != Decidable.LANE
                ? Map.of()
                : judge.lanes("lane", "lane_id", decision.ids(), reviews).stream()
                        .filter(lane -> !lane.judged().isEmpty())
                        .collect(Collectors.toMap(
                                Judgement::id, lane -> lane.reviews().get(0)));
    }

    /** What was said of a lane as a whole is kept once. */
    private static Stream<Target> elements(
            DecisionState standing, Map<ObjectId, Review> judged, Optional<Review> lane) {
        boolean whole = standing.kind() == Decidable.LANE;
        BsonValue first = standing.documents().get(0).get("_id");
        return standing.documents().stream().map(document -> {
            Review review = judged.get(document.getObjectId("_id").getValue());
            List<Finding> kept = whole
                    ? lane.filter(found -> document.get("_id").equals(first))
                            .map(Review::findings)
                            .orElse(List.of())
                    : review.findings();
            String about = whole
                    ? standing.id()
                    : Judged.text(document, standing.kind().field());
            return new Target(document, about, Optional.of(review), RulesSaid.of(review, kept));
        });
    }

    private static void refuseWithoutReason(Decision decision, List<Target> targets) {
        if (!decision.comment().isEmpty()) {
            return;
        }
        targets.stream()
                .filter(target -> target.review().isEmpty() || decision.differsFrom(target.rules()))
                .findFirst()
                .ifPresent(target -> {
                    String rules = target.review()
                            .map(review -> "say " + review.verdict().word())
                            .orElse("say nothing");
                    String name = Judged.text(target.document(), decision.kind().field());
                    throw new Malformed("comment: is missing, and the rules " + rules + " of " + name);
                });
    }

    private static Decided decided(Decision decision, Target target, String by, BsonDateTime date) {
        String comment = decision.comment().isEmpty()
                ? target.review().orElseThrow().verdict().comments()
                : decision.comment();
        BsonDocument fields = new BsonDocument();
        decision.reviewed().ifPresent(word -> fields.append("reviewed", new BsonString(word))
                .append("review_comments", new BsonString(comment))
                .append("review_date", date));
        decision.useable().ifPresent(word -> fields.append("useable", new BsonString(word))
                .append("useable_comments", new BsonString(comment))
                .append("useable_reviewer", new BsonString(by))
                .append("useable_date", date));
        return new Decided(
                decision.kind().resource(),
                target.id(),
                decision.kind().written(),
                Judged.text(target.document(), decision.kind().field()),
                target.about(),
                by,
                date,
                target.ruled(),
                fields);
    }
}
