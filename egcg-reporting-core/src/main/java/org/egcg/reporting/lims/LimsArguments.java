package org.egcg.reporting.lims;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.json.JsonReader;
import org.egcg.reporting.lims.request.InfoRequest;
import org.egcg.reporting.lims.request.LimsRequest;
import org.egcg.reporting.lims.request.RunRequest;
import org.egcg.reporting.lims.request.Scope;
import org.egcg.reporting.lims.request.StatusRequest;
import org.egcg.reporting.lims.request.WellRequest;

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
     * What a report is asked for.
     *
     * @param report the report's name; empty is answered if there is no such report
     * @throws Malformed if an argument of this report cannot be meant
     */
    public Optional<LimsRequest> request(String report) {
        return one(InfoRequest.Report.values(), report)
                .<LimsRequest>map(kind -> new InfoRequest(kind, scope()))
                .or(() -> one(StatusRequest.Report.values(), report)
                        .map(kind -> new StatusRequest(kind, scope(), moment("process_limit_date"), isDetailed())))
                .or(() -> one(WellRequest.Report.values(), report).map(this::wells))
                .or(() -> report.equals("run_status") ? Optional.of(runs()) : Optional.empty());
    }

    private static <E extends Enum<E>> Optional<E> one(E[] reports, String name) {
        return Arrays.stream(reports)
                .filter(report -> LimsRequest.spelled(report).equals(name))
                .findFirst();
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
    private boolean isDetailed() {
        return query.getOrDefault("detailed", List.of()).stream()
                .findFirst()
                .filter(LimsArguments::isTrue)
                .isPresent();
    }

    private boolean isFlag(String name) {
        List<String> values = query.getOrDefault(name, List.of());
        return values.size() == 1 && isTrue(values.get(0));
    }

    private static boolean isTrue(String text) {
        return text.equals("true") || text.equals("True");
    }

    /** Samples and projects; open projects only, unless {@code project_status} says otherwise. */
    private Scope scope() {
        return new Scope(
                names("project_id"), names("sample_id"), state(), after(moment("createddate")), isFlag("complete"));
    }

    private RunRequest runs() {
        List<String> ids = name("run_id").map(List::of).orElseGet(() -> names("run_ids"));
        return new RunRequest(ids, runState(), after(topLevelMoment("createddate")), isFlag("complete"));
    }

    /** An unknown state, or several, leave nothing out. */
    private RunRequest.State runState() {
        List<String> state = query.getOrDefault("status", List.of());
        return state.size() != 1
                ? RunRequest.State.ALL
                : switch (state.get(0)) {
                    case "current" -> RunRequest.State.CURRENT;
                    case "recent" -> RunRequest.State.RECENT;
                    default -> RunRequest.State.ALL;
                };
    }

    private WellRequest wells(WellRequest.Report step) {
        return new WellRequest(
                step,
                names("container_id"),
                names("project_id"),
                names("sample_id"),
                topLevelMoment("time_from").map(LimsArguments::midnight),
                topLevelMoment("time_to").map(LimsArguments::midnight),
                isFlag("flatten"),
                isFlag("complete"));
    }

    private static Optional<LocalDateTime> after(Optional<LocalDateTime> day) {
        return day.map(moment -> midnight(moment).plusDays(1));
    }

    private static LocalDateTime midnight(LocalDateTime moment) {
        return moment.toLocalDate().atStartOfDay();
    }

    private Scope.State state() {
        if (!match.containsKey("project_status")) {
            return Scope.State.OPEN;
        }
        return switch (name("project_status").orElse("all")) {
            case "open" -> Scope.State.OPEN;
            case "closed" -> Scope.State.CLOSED;
            case "all" -> Scope.State.ALL;
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
