package org.egcg.reporting.run;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;

/**
 * What its name, the pipelines and the LIMS say of a run together.
 *
 * @param date when it was started, by its name; else that of the first that was heard of it; empty if nothing says when
 * @param isDecided whether it was decided about all of its run elements
 */
public record RunFacts(RunId id, Optional<LocalDate> date, RunState state, boolean isDecided) {

    /** The newest first, those without a date last; of one day in the order of their names, the last first. */
    public static final Comparator<RunFacts> NEWEST_FIRST = Comparator.comparing(
                    (RunFacts run) -> run.date().orElse(LocalDate.MIN))
            .thenComparing(run -> run.id().text())
            .reversed();

    /**
     * The facts of a run that at least one of two knows.
     *
     * @param stored its document
     * @param lims its item of {@code run_status}
     * @param zone in which the days of documents are counted
     */
    public static RunFacts of(RunId id, Optional<BsonDocument> stored, Optional<BsonDocument> lims, ZoneId zone) {
        List<String> useable = stored.map(run -> texts(at(run, "aggregated", "useable_statuses"))).orElse(List.of());
        RunState state = RunState.of(
                lims.flatMap(run -> text(run.get("run_status"))),
                stored.flatMap(run -> text(at(run, "aggregated", "most_recent_proc", "status"))),
                useable);
        Optional<LocalDate> heard =
                stored.flatMap(run -> day(run.get("_created"), zone)).or(() -> lims.flatMap(run -> day(run.get("created_date"), zone)));
        return new RunFacts(id, id.date().or(() -> heard), state, RunState.isDecided(useable));
    }

    /** The day of a moment of the store, or of a date as the LIMS writes it; empty for anything else. */
    public static Optional<LocalDate> day(BsonValue value, ZoneId zone) {
        if (value != null && value.isDateTime()) {
            return Optional.of(LocalDate.ofInstant(Instant.ofEpochMilli(value.asDateTime().getValue()), zone));
        }
        return text(value).filter(date -> date.length() >= 10).flatMap(date -> parsed(date.substring(0, 10)));
    }

    private static Optional<LocalDate> parsed(String date) {
        try {
            return Optional.of(LocalDate.parse(date));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }

    private static BsonValue at(BsonDocument document, String... names) {
        BsonValue found = document;
        for (String name : names) {
            found = found != null && found.isDocument() ? found.asDocument().get(name) : null;
        }
        return found;
    }

    private static Optional<String> text(BsonValue value) {
        return value != null && value.isString() ? Optional.of(value.asString().getValue()) : Optional.empty();
    }

    private static List<String> texts(BsonValue value) {
        List<String> texts = new ArrayList<>();
        if (value != null && value.isArray()) {
            value.asArray().forEach(member -> text(member).ifPresent(texts::add));
        }
        return texts;
    }

    /**
     * The facts as tables show them: {@code date}, {@code instrument}, {@code model}, {@code number}, {@code side},
     * {@code flow_cell} and {@code state}, those that are known.
     *
     * @param modelOf the model of an instrument
     */
    public BsonDocument document(Function<String, Optional<String>> modelOf) {
        BsonDocument facts = new BsonDocument();
        put(facts, "date", date.map(LocalDate::toString));
        put(facts, "instrument", id.instrument());
        put(facts, "model", id.instrument().flatMap(modelOf));
        id.number().ifPresent(number -> facts.append("number", new BsonInt64(number)));
        put(facts, "side", id.side());
        put(facts, "flow_cell", id.flowCell());
        return facts.append("state", new BsonString(state.word()));
    }

    private static void put(BsonDocument facts, String name, Optional<String> value) {
        value.ifPresent(known -> facts.append(name, new BsonString(known)));
    }
}
