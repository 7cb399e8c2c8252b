package org.egcg.reporting.web.timeline;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.egcg.reporting.internal.json.Bson;
import org.egcg.reporting.web.date.Dates;

/**
 * A stage of a pipeline.
 *
 * @param until when it finished; for one that did not, how far it is known to have come
 * @param attempt the how-manieth of the stages of this name in its process it is, from 1
 * @param attempts how many of this name there are
 */
record PipelineStage(
        String name, Instant from, Instant until, State state, Optional<Long> exit, int attempt, int attempts) {

    /** How it went; each has a sign of its own. */
    enum State {
        PASSED("pass"),
        FAILED("fail"),
        RUNNING("busy"),
        /** The process is over, and it was not reported what became of the stage. */
        LOST("warn");

        private final String style;

        State(String style) {
            this.style = style;
        }

        String style() {
            return style;
        }
    }

    PipelineStage {
        until = until.isBefore(from) ? from : until;
    }

    /**
     * Reads a stage that has begun.
     *
     * @param over when its process ended, if it has; {@code now} is as far as one that runs has come
     */
    static PipelineStage of(BsonDocument document, Optional<Instant> over, Instant now) {
        Instant from = Bson.moment(document, "date_started").orElseThrow();
        Optional<Instant> finished = Bson.moment(document, "date_finished");
        Optional<Long> exit = document.isNumber("exit_status")
                ? Optional.of(document.getNumber("exit_status").longValue())
                : Optional.empty();
        BsonValue name = document.get("stage_name");
        return new PipelineStage(
                name != null && name.isString() ? name.asString().getValue() : "",
                from,
                finished.or(() -> over).orElse(now),
                state(finished.isPresent(), over.isPresent(), exit),
                exit,
                1,
                1);
    }

    private static State state(boolean isFinished, boolean isOver, Optional<Long> exit) {
        if (!isFinished) {
            return isOver ? State.LOST : State.RUNNING;
        }
        return exit.filter(status -> status == 0).isPresent() ? State.PASSED : State.FAILED;
    }

    PipelineStage numbered(int newAttempt, int newAttempts) {
        return new PipelineStage(name, from, until, state, exit, newAttempt, newAttempts);
    }

    Duration elapsed() {
        return Duration.between(from, until);
    }

    boolean isFinished() {
        return state == State.PASSED || state == State.FAILED;
    }

    /** The state in a word or two. */
    String words() {
        return switch (state) {
            case RUNNING -> "running";
            case LOST -> "no end reported";
            default -> exit.map(status -> "exit " + status).orElse("no exit status");
        };
    }

    /** Which try it is; empty text for a stage that was tried once. */
    String tried() {
        return attempts == 1 ? "" : "try " + attempt + " of " + attempts;
    }

    String started(ZoneId zone) {
        return Dates.second(LocalDateTime.ofInstant(from, zone));
    }

    /** When it finished; empty text if it has not. */
    String finished(ZoneId zone) {
        return isFinished() ? Dates.second(LocalDateTime.ofInstant(until, zone)) : "";
    }
}
