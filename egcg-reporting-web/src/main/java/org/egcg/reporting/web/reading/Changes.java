package org.egcg.reporting.web.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.types.ObjectId;
import org.egcg.reporting.ejb.ReportingHistory;
import org.egcg.reporting.ejb.ReportingReader;
import org.egcg.reporting.internal.json.Bson;
import org.egcg.reporting.json.JsonWriter;
import org.egcg.reporting.query.Paging;
import org.egcg.reporting.query.Projection;
import org.egcg.reporting.query.ReadRequest;
import org.egcg.reporting.query.Where;
import org.egcg.reporting.resource.Listing;
import org.egcg.reporting.schema.Schema;
import org.egcg.reporting.schema.Schemas;
import org.egcg.reporting.trail.TrailEntry;
import org.egcg.reporting.trail.TrailQuestion;
import org.egcg.reporting.web.date.Dates;
import org.egcg.reporting.web.route.Address;

/** Who has changed which document, as pages say it. */
@ApplicationScoped
public class Changes {

    private static final int LETTERS = 120;
    private static final Set<String> REVIEWS = Set.of(
            "manual_review", "automatic_run_review", "automatic_sample_review", "automatic_rapid_review", "undo");
    private static final Map<String, String> PAGES =
            Map.of("runs", "/run/", "samples", "/sample/", "projects", "/projects/");

    @Inject
    private ReportingHistory history;

    @Inject
    private ReportingReader reader;

    @Inject
    private Schemas schemas;

    @Inject
    private Moments moments;

    /** A field and what it was and is; empty text where it was or is not there. */
    public record Value(String field, String before, String after) {}

    /**
     * One write.
     *
     * @param who user, and by which token
     * @param document resource and name
     * @param href of its page; empty text if it has none
     * @param from where the request came from
     * @param action its id, if this is the entry of an action that can be taken back; else empty text
     */
    public record Change(
            String id,
            String when,
            String who,
            String change,
            String document,
            String href,
            List<Value> values,
            String why,
            String from,
            String request,
            String action) {
        public boolean isNew() {
            return change.equals("inserted");
        }
    }

    /** The latest first. */
    public List<Change> of(TrailQuestion question, int most) {
        return history.entries(question, most).stream().map(this::shown).toList();
    }

    /** Those of one document and of others that name it, such as a run and its run elements. */
    public List<Change> about(Map<String, Where> documents, int most) {
        Set<ObjectId> ids = documents.entrySet().stream()
                .flatMap(some -> ids(some.getKey(), some.getValue()).stream())
                .collect(Collectors.toSet());
        return ids.isEmpty() ? List.of() : of(TrailQuestion.ALL.about("", "", ids), most);
    }

    private List<ObjectId> ids(String resource, Where where) {
        Schema schema = schemas.named(resource).orElseThrow();
        ReadRequest asked = ReadRequest.everything()
                .matching(where)
                .showing(Projection.parse(schema.idField(), "{\"_id\": 1}"))
                .page(new Paging(1, 1000));
        List<ObjectId> ids = new ArrayList<>();
        try (Listing found = reader.list(schema, asked)) {
            found.forEachRemaining(
                    document -> ids.add(document.getObjectId("_id").getValue()));
        }
        return ids;
    }

    private Change shown(TrailEntry entry) {
        String token = entry.origin().token();
        String by = entry.origin().by().isEmpty()
                ? entry.origin().via()
                : entry.origin().by();
        String action = entry.origin().action();
        String why = entry.origin().why();
        return new Change(
                entry.id().toHexString(),
                moments.second(entry.at()),
                token.isEmpty() ? by : by + ", token " + token,
                entry.change(),
                entry.resource() + (entry.name().isEmpty() ? "" : " " + entry.name()),
                PAGES.containsKey(entry.resource()) && !entry.name().isEmpty()
                        ? Address.of(PAGES.get(entry.resource()), entry.name())
                        : "",
                values(entry),
                action.isEmpty() ? why : action.replace('_', ' ') + (why.isEmpty() ? "" : ": " + why),
                (entry.origin().via() + " " + entry.origin().address()).strip(),
                entry.origin().request(),
                undoable(entry));
    }

    private static String undoable(TrailEntry entry) {
        boolean review = entry.resource().equals("actions")
                && entry.change().equals("inserted")
                && REVIEWS.contains(Bson.text(entry.after(), "action_type"));
        return review ? entry.name() : "";
    }

    private static List<Value> values(TrailEntry entry) {
        return entry.fields().stream()
                .map(field -> new Value(field, text(entry.before(), field), text(entry.after(), field)))
                .toList();
    }

    private static String text(BsonDocument values, String field) {
        BsonValue value = values.get(field);
        if (value == null) {
            return "";
        }
        if (value instanceof BsonDateTime date) {
            return Dates.minute(LocalDateTime.ofInstant(Instant.ofEpochMilli(date.getValue()), ZoneOffset.UTC));
        }
        String text = value instanceof BsonString word ? word.getValue() : JsonWriter.text(value);
        return text.length() > LETTERS ? text.substring(0, LETTERS) + "…" : text;
    }
}
