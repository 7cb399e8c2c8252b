package org.egcg.reporting.web.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimelineTest {

    private static final Instant START = Instant.parse("2018-06-22T09:12:34Z");
    private static final Instant NOW = START.plus(Duration.ofHours(10));

    private static BsonDateTime after(int minutes) {
        return new BsonDateTime(START.plus(Duration.ofMinutes(minutes)).toEpochMilli());
    }

    private static BsonDocument stage(String name, int from) {
        return new BsonDocument("stage_name", new BsonString(name)).append("date_started", after(from));
    }

    private static BsonDocument stage(String name, int from, int until) {
        return stage(name, from).append("date_finished", after(until));
    }

    private static BsonDocument stage(String name, int from, int until, int exit) {
        return stage(name, from, until).append("exit_status", new BsonInt32(exit));
    }

    private static BsonDocument process(String status, BsonDocument... stages) {
        return new BsonDocument("status", new BsonString(status)).append("stages", new BsonArray(List.of(stages)));
    }

    private static Timeline timeline(BsonDocument process) {
        return Timeline.of(process, NOW, ZoneOffset.UTC);
    }

    private static List<String> states(Timeline timeline) {
        return timeline.bars().stream()
                .map(bar -> bar.style() + " " + bar.state())
                .toList();
    }

    @Test
    void aStageIsGoodOnlyIfItFinishedWithStatusZero() {
        Timeline timeline = timeline(
                process("processing", stage("a", 0, 10, 0), stage("b", 10, 20, 9), stage("c", 20, 30), stage("d", 30)));
        assertThat(states(timeline))
                .containsExactly("pass exit 0", "fail exit 9", "fail no exit status", "busy running");
    }

    @Test
    void barsStandWhereTheirTimesAre() {
        Timeline timeline = timeline(process("finished", stage("a", 0, 30, 0), stage("b", 30, 120, 0)));
        assertThat(timeline.bars().get(0)).extracting(Bar::left, Bar::width).containsExactly(0.0, 25.0);
        assertThat(timeline.bars().get(1)).extracting(Bar::left, Bar::width).containsExactly(25.0, 75.0);
    }

    @Test
    void aRunningStageReachesToNow() {
        Bar running = timeline(process("processing", stage("a", 0, 60, 0), stage("b", 60)))
                .bars()
                .get(1);
        assertThat(running.elapsed()).isEqualTo("9\u00a0hours");
        assertThat(running.label()).isEqualTo("running, 9\u00a0h");
        assertThat(running.left() + running.width()).isEqualTo(100);
        assertThat(running.finished()).isEmpty();
    }

    @Test
    void aStageWithoutAnEndIsLostIfItsProcessIsOver() {
        BsonDocument ended =
                process("failed", stage("a", 0, 60, 0), stage("b", 30)).append("end_date", after(90));
        assertThat(states(timeline(ended))).containsExactly("pass exit 0", "warn no end reported");
        assertThat(timeline(ended).bars().get(1).elapsed()).isEqualTo("1\u00a0hour");
        BsonDocument silent = process("aborted", stage("a", 0, 60, 0), stage("b", 30));
        assertThat(timeline(silent).bars().get(1).elapsed()).isEqualTo("30\u00a0minutes");
    }

    @Test
    void triesOfTheSameStageAreCounted() {
        Timeline timeline = timeline(
                process("processing", stage("sort", 0, 5, 1), stage("index", 5, 6, 0), stage("sort", 10, 20, 0)));
        assertThat(timeline.bars().stream().map(Bar::tried)).containsExactly("try 1 of 2", "", "try 2 of 2");
    }

    @Test
    void theTipNamesTimesToTheSecondAndWhatCameOfIt() {
        Bar bar = timeline(process("processing", stage("bcl2fastq", 1, 233, 1)))
                .bars()
                .get(0);
        assertThat(bar.tip()).isEqualTo("""
                bcl2fastq
                Started: 22 Jun 2018 09:13:34
                Finished: 22 Jun 2018 13:05:34
                Exit status: 1
                Time elapsed: 3\u00a0hours 52\u00a0minutes""");
        assertThat(bar.label()).isEqualTo("exit 1");
    }

    @Test
    void timesAreThoseOfTheClocksOfTheFacility() {
        Timeline timeline = Timeline.of(process("finished", stage("a", 0, 1, 0)), NOW, ZoneId.of("Europe/London"));
        assertThat(timeline.bars().get(0).started()).isEqualTo("22 Jun 2018 10:12:34");
    }

    @Test
    void theAxisIsMarkedAtRoundTimesAndNamesNewDays() {
        Timeline timeline = timeline(process("finished", stage("a", 0, 24 * 60, 0)));
        assertThat(timeline.ticks().stream().map(Timeline.Tick::label))
                .containsExactly("12:00", "15:00", "18:00", "21:00", "23 Jun", "03:00", "06:00", "09:00");
    }

    @Test
    void anAxisHasAFewMarksHoweverLongItIs() {
        for (int minutes : new int[] {1, 7, 45, 600, 10_000, 100_000, 1_000_000, 10_000_000}) {
            assertThat(timeline(process("finished", stage("a", 0, minutes, 0))).ticks())
                    .as("%d minutes", minutes)
                    .hasSizeBetween(1, 11);
        }
    }

    @Test
    void aStageOfNoTimeIsStillSeenAndNeverSticksOut() {
        Timeline timeline = timeline(process("finished", stage("a", 0, 600, 0), stage("b", 600, 600, 0)));
        Bar last = timeline.bars().get(1);
        assertThat(last.width()).isGreaterThan(0.3);
        assertThat(last.left() + last.width()).isLessThanOrEqualTo(100.0001);
        assertThat(last.place()).isEqualTo("before");
        assertThat(timeline(process("finished", stage("a", 5, 5, 0)))
                        .bars()
                        .get(0)
                        .width())
                .isGreaterThan(0.3);
    }

    @Test
    void aStageThatEndsBeforeItBeginsTookNoTime() {
        assertThat(timeline(process("finished", stage("a", 60, 30, 0)))
                        .bars()
                        .get(0)
                        .elapsed())
                .isEqualTo("0\u00a0seconds");
    }

    @Test
    void whatHasNotBegunHasNoBar() {
        BsonDocument queued = new BsonDocument("stage_name", new BsonString("later"));
        assertThat(timeline(process("processing", queued)).isEmpty()).isTrue();
        assertThat(timeline(new BsonDocument()).isEmpty()).isTrue();
    }

    @Test
    void stagesAreShownInTheOrderOfTheirBeginnings() {
        Timeline timeline = timeline(process("finished", stage("c", 9, 10, 0), stage("a", 1, 20, 0)));
        assertThat(timeline.bars().stream().map(Bar::name)).containsExactly("a", "c");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 seconds, 0 s",
        "1, 1 second, 1 s",
        "59, 59 seconds, 59 s",
        "60, 1 minute, 1 min",
        "7200, 2 hours, 2 h",
        "13920, 3 hours 52 minutes, 3 h 52 min",
        "90000, 1 day 1 hour, 1 d 1 h",
        "-5, 0 seconds, 0 s"
    })
    void spansAreSaidInTwoUnitsThatNoLineBreaks(long seconds, String words, String brief) {
        assertThat(Elapsed.words(Duration.ofSeconds(seconds))).isEqualTo(words.replaceAll("(?<=\\d) ", "\u00a0"));
        assertThat(Elapsed.brief(Duration.ofSeconds(seconds))).isEqualTo(brief.replace(' ', '\u00a0'));
    }
}
