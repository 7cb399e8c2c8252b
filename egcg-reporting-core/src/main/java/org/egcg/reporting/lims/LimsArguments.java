package org.egcg.reporting.lims;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.json.JsonReader;
import org.egcg.reporting.lims.internal.sql.RunQueries.Runs;
import org.egcg.reporting.lims.internal.sql.SampleScope;
import org.egcg.reporting.lims.internal.sql.SampleScope.ProjectState;
import org.egcg.reporting.lims.internal.sql.StepQueries.Wells;

/**
 * What a report is asked for, parsed from the arguments of a request. Unknown arguments, and unknown keys of
 * {@code match}, say nothing; an empty value leaves its filter out; what cannot be meant is {@link Malformed}.
 * Immutable.
 */
public final class LimsArguments {

    private final Map<String, List<String>> query;
    private final BsonDocument match;

    private LimsArguments(Map<String, List<String>> query) {
        this.query = query;
        this.match = object("match");
        object("where");
    }

    /**
     * Parses the arguments of a request.
     *
     * @param query the values of each argument, in the order in which they came
     * @throws Malformed if {@code match} or {@code where} is no JSON object, or stands there twice
     */
    public static LimsArguments of(Map<String, List<String>> query) {
        return new LimsArguments(Map.copyOf(query));
    }

    /**
     * Arguments for our own pages: each given once, and everything shown by its own name.
     *
     * @throws Malformed as {@link #of}
     */
    public static LimsArguments complete(Map<String, String> query) {
        Map<String, List<String>> all = new HashMap<>();
        query.forEach((name, value) -> all.put(name, List.of(value)));
        all.put("complete", List.of("true"));
        return of(all);
    }

    private BsonDocument object(String name) {
        Optional<String> text = single(name);
        BsonValue value = text.isEmpty() ? BsonNull.VALUE : JsonReader.read(text.get());
        if (value.isNull()) {
            return new BsonDocument();
        }
        if (!value.isDocument()) {
            throw new Malformed(name + " must be a JSON object");
        }
        return value.asDocument();
    }

    private Optional<String> single(String name) {
        List<String> values = query.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw new Malformed(name + " must be given once");
        }
        return values.stream().findFirst();
    }

    /** Whether the argument is {@code true} or {@code True}; of several values the first counts. */
    boolean isDetailed() {
        return query.getOrDefault("detailed", List.of()).stream()
                .findFirst()
                .filter(LimsArguments::isTrue)
                .isPresent();
    }

    /** Whether wells are to be listed one by one. */
    boolean isFlat() {
        return isFlag("flatten");
    }

    /**
     * Whether everything is to be shown by its own name: the projects, samples and researchers that the original's
     * answers leave out or do not name, and each index of a lane once.
     */
    boolean isComplete() {
        return isFlag("complete");
    }

    private boolean isFlag(String name) {
        List<String> values = query.getOrDefault(name, List.of());
        return values.size() == 1 && isTrue(values.get(0));
    }

    private static boolean isTrue(String text) {
        return text.equals("true") || text.equals("True");
    }

    /** Samples and projects; open projects only, unless {@code project_status} says otherwise. */
    SampleScope scope() {
        return new SampleScope(
                names("project_id"), names("sample_id"), isComplete(), projectState(), after(moment("createddate")));
    }

    /** Runs by id, state and date. */
    Runs runs() {
        List<String> ids = name("run_id").map(List::of).orElseGet(() -> names("run_ids"));
        List<String> state = query.getOrDefault("status", List.of());
        return new Runs(ids, state.size() == 1 ? state.get(0) : "", after(topLevelMoment("createddate")));
    }

    /** Wells of a step. */
    Wells wells(String step) {
        return new Wells(
                step,
                names("container_id"),
                names("project_id"),
                names("sample_id"),
                isComplete(),
                topLevelMoment("time_from").map(LimsArguments::midnight),
                topLevelMoment("time_to").map(LimsArguments::midnight));
    }

    /** The moment up to which processes count. */
    Optional<LocalDateTime> processLimit() {
        return moment("process_limit_date");
    }

    private static Optional<LocalDateTime> after(Optional<LocalDateTime> day) {
        return day.map(moment -> midnight(moment).plusDays(1));
    }

    private static LocalDateTime midnight(LocalDateTime moment) {
        return moment.toLocalDate().atStartOfDay();
    }

    private ProjectState projectState() {
        if (!match.containsKey("project_status")) {
            return ProjectState.OPEN;
        }
        return switch (name("project_status").orElse("all")) {
            case "open" -> ProjectState.OPEN;
            case "closed" -> ProjectState.CLOSED;
            case "all" -> ProjectState.ALL;
            default -> throw new Malformed("project_status must be open, closed or all");
        };
    }

    private Optional<String> name(String key) {
        List<String> names = names(key);
        if (names.size() > 1) {
            throw new Malformed(key + " must be one text");
        }
        return names.stream().findFirst();
    }

    /** The text, or the texts of a list; none if the value is empty, zero or null. */
    private List<String> names(String key) {
        BsonValue value = match.getOrDefault(key, BsonNull.VALUE);
        if (Emptiness.isEmpty(value)) {
            return List.of();
        }
        List<? extends BsonValue> members = value.isArray() ? value.asArray() : List.of(value);
        if (!members.stream().allMatch(BsonValue::isString)) {
            throw new Malformed(key + " must be a text or a list of texts");
        }
        return members.stream()
                .map(BsonValue::asString)
                .map(BsonString::getValue)
                .toList();
    }

    private Optional<LocalDateTime> moment(String key) {
        BsonValue value = match.getOrDefault(key, BsonNull.VALUE);
        if (Emptiness.isEmpty(value)) {
            return Optional.empty();
        }
        if (!value.isString()) {
            throw new Malformed(key + " must be a date");
        }
        return Optional.of(LimsTime.parse(key, value.asString().getValue()));
    }

    private Optional<LocalDateTime> topLevelMoment(String name) {
        return single(name).filter(text -> !text.isEmpty()).map(text -> LimsTime.parse(name, text));
    }
}
