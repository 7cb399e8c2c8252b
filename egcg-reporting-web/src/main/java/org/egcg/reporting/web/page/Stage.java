package org.egcg.reporting.web.page;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.bson.BsonDocument;

/**
 * A stage of a pipeline.
 *
 * @param state its exit status in words, or that it is running
 * @param style the sign before the state
 */
public record Stage(String name, String state, String style, String started, String finished, String elapsed) {

    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    static Stage of(BsonDocument stage, ZoneId zone) {
        Optional<Instant> started = moment(stage, "date_started");
        Optional<Instant> finished = moment(stage, "date_finished");
        Optional<Long> exit = stage.isNumber("exit_status")
                ? Optional.of(stage.getNumber("exit_status").longValue())
                : Optional.empty();
        boolean good = exit.isPresent() && exit.get() == 0;
        String state = finished.isEmpty()
                ? "running"
                : exit.map(code -> "exit " + code).orElse("no exit status");
        return new Stage(
                stage.isString("stage_name") ? stage.getString("stage_name").getValue() : "",
                state,
                finished.isEmpty() ? "busy" : good ? "pass" : "fail",
                started.map(moment -> text(moment, zone)).orElse(""),
                finished.map(moment -> text(moment, zone)).orElse(""),
                started.map(moment -> words(Duration.between(moment, finished.orElse(Instant.now()))))
                        .orElse(""));
    }

    private static Optional<Instant> moment(BsonDocument stage, String field) {
        return stage.isDateTime(field)
                ? Optional.of(Instant.ofEpochMilli(stage.getDateTime(field).getValue()))
                : Optional.empty();
    }

    private static String text(Instant moment, ZoneId zone) {
        return SECOND.format(LocalDateTime.ofInstant(moment, zone));
    }

    /** A span of time in the two units that matter. */
    static String words(Duration span) {
        long seconds = Math.max(0, span.toSeconds());
        if (seconds < 60) {
            return counted(seconds, "second");
        }
        if (seconds < 3600) {
            return counted(seconds / 60, "minute");
        }
        if (seconds < 86_400) {
            return counted(seconds / 3600, "hour") + rest(seconds % 3600 / 60, "minute");
        }
        return counted(seconds / 86_400, "day") + rest(seconds % 86_400 / 3600, "hour");
    }

    private static String rest(long count, String unit) {
        return count == 0 ? "" : " " + counted(count, unit);
    }

    private static String counted(long count, String unit) {
        return count + " " + unit + (count == 1 ? "" : "s");
    }
}
