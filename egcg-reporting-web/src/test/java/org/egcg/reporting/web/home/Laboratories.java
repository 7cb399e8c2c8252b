package org.egcg.reporting.web.home;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonDocument;
import org.egcg.reporting.instrument.Instruments;
import org.egcg.reporting.lims.SampleCourse;
import org.egcg.reporting.review.Review;
import org.egcg.reporting.review.Reviews;
import org.egcg.reporting.review.Thresholds;
import org.egcg.reporting.run.RunIds;
import org.egcg.reporting.yaml.Section;

/** What store and LIMS might say at noon of 22 June 2018, put together piece by piece. */
final class Laboratories {

    static final Instant NOW = Instant.parse("2018-06-22T12:00:00Z");
    private static final LocalDateTime LOCAL = LocalDateTime.ofInstant(NOW, ZoneOffset.UTC);

    private final List<BsonDocument> processes = new ArrayList<>();
    private final List<BsonDocument> stages = new ArrayList<>();
    private final List<BsonDocument> toReview = new ArrayList<>();
    private final List<BsonDocument> waiting = new ArrayList<>();
    private final List<BsonDocument> undelivered = new ArrayList<>();
    private final List<BsonDocument> runs = new ArrayList<>();
    private final List<BsonDocument> lanes = new ArrayList<>();
    private final Map<String, Review> reviews = new HashMap<>();

    /** A lane passes from 75 % of bases at Q30. */
    private static final Reviews JUDGE = new Reviews(
            Thresholds.read(
                    Section.read("limits", "lane: {aggregated.pc_q30: {name: '%Q30', value: 75, comparison: '>'}}")),
            Instruments.packaged());

    private final List<SampleCourse> samples = new ArrayList<>();
    private final Set<String> open = new HashSet<>();
    private final Set<String> withData = new HashSet<>();
    private final List<BsonDocument> limsRuns = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();

    private static String hoursAgo(double hours) {
        return "{$date: '" + NOW.minus(Duration.ofMinutes((long) (hours * 60))) + "'}";
    }

    Laboratories process(String id, String type, String dataset, String status, double begun) {
        processes.add(BsonDocument.parse("""
                {proc_id: '%s', dataset_type: '%s', dataset_name: '%s', status: '%s', start_date: %s,
                 pipeline_used: {name: 'bcbio'}}""".formatted(id, type, dataset, status, hoursAgo(begun))));
        return this;
    }

    Laboratories ended(String id, String type, String dataset, String status, double begun, double ended) {
        process(id, type, dataset, status, begun);
        processes.get(processes.size() - 1).putAll(BsonDocument.parse("{end_date: " + hoursAgo(ended) + "}"));
        return this;
    }

    Laboratories stage(String process, String fields) {
        BsonDocument stage = BsonDocument.parse(fields);
        stages.add(stage.append("analysis_driver_proc", new org.bson.BsonString(process)));
        return this;
    }

    Laboratories toReview(String sample, String project, String reviewed, double processed) {
        toReview.add(BsonDocument.parse("""
                {sample_id: '%s', project_id: '%s', reviewed: '%s',
                 aggregated: {most_recent_proc: {status: 'finished', end_date: %s}}}""".formatted(sample, project, reviewed, hoursAgo(processed))));
        return this;
    }

    Laboratories waiting(String sample, String project, double requiredGb, double gb) {
        waiting.add(BsonDocument.parse(
                "{sample_id: '%s', project_id: '%s', required_yield: %s, _created: %s, aggregated: {clean_yield_in_gb: %s}}"
                        .formatted(sample, project, requiredGb * 1e9, hoursAgo(24), gb)));
        return this;
    }

    Laboratories undelivered(String sample, String project, double since) {
        undelivered.add(BsonDocument.parse(
                "{sample_id: '%s', project_id: '%s', useable_date: %s}".formatted(sample, project, hoursAgo(since))));
        return this;
    }

    Laboratories run(String id, String status, double processed, String useable, String q30) {
        runs.add(BsonDocument.parse("""
                {run_id: '%s', aggregated: {pc_q30: %s, useable_statuses: ['%s'],
                 most_recent_proc: {status: '%s', end_date: %s}}}""".formatted(id, q30, useable, status, hoursAgo(processed))));
        return this;
    }

    Laboratories lane(String run, int number, String q30) {
        lanes.add(BsonDocument.parse("{lane_id: '%s_%d', run_id: '%s', lane_number: %d, aggregated: {pc_q30: %s}}"
                .formatted(run, number, run, number, q30)));
        reviews.put(run + "_" + number, JUDGE.lane(lanes.get(lanes.size() - 1)));
        return this;
    }

    Laboratories limsRun(String id, String status) {
        limsRuns.add(BsonDocument.parse("{run_id: '%s', run_status: '%s'}".formatted(id, status)));
        return this;
    }

    /** A run that the pipelines know, and have not processed. */
    Laboratories newRun(String id) {
        runs.add(BsonDocument.parse("{run_id: '%s', _created: %s}".formatted(id, hoursAgo(1))));
        return this;
    }

    Laboratories withData(String sample) {
        withData.add(sample);
        return this;
    }

    /** A sample of an open project; statuses with the days that have passed since it came into each. */
    Laboratories sample(String sample, String project, Object... statusesAndDays) {
        open.add(project);
        return past(sample, project, statusesAndDays);
    }

    /** A sample of a project that may be closed. */
    Laboratories past(String sample, String project, Object... statusesAndDays) {
        List<SampleCourse.Stay> stays = new ArrayList<>();
        for (int i = 0; i < statusesAndDays.length; i += 2) {
            LocalDate day = LOCAL.toLocalDate().minusDays((Integer) statusesAndDays[i + 1]);
            stays.add(new SampleCourse.Stay((String) statusesAndDays[i], Optional.of(day)));
        }
        String status = (String) statusesAndDays[statusesAndDays.length - 2];
        LocalDateTime started = LOCAL.minusDays((Integer) statusesAndDays[1]);
        Optional<LocalDateTime> finished = Optional.of(
                        LOCAL.minusDays((Integer) statusesAndDays[statusesAndDays.length - 1]))
                .filter(date -> status.equals("finished"));
        samples.add(new SampleCourse(
                sample,
                Optional.of(project),
                status,
                stays.get(stays.size() - 1).since().map(LocalDate::atStartOfDay),
                stays,
                Optional.of(started),
                finished));
        return this;
    }

    /** A sample of an open project that a step has handed on: nothing has happened yet in the status that it is in now. */
    Laboratories handedOn(String sample, String project, String to, int daysAgo, Object... statusesAndDays) {
        sample(sample, project, statusesAndDays);
        SampleCourse known = samples.remove(samples.size() - 1);
        Optional<LocalDateTime> since = Optional.of(LOCAL.minusDays(daysAgo));
        samples.add(
                new SampleCourse(sample, known.project(), to, since, known.stays(), known.started(), known.finished()));
        return this;
    }

    Laboratories missing(String sentence) {
        missing.add(sentence);
        return this;
    }

    Overview overview() {
        return Overview.of(new FacilitySnapshot(
                processes,
                stages,
                toReview,
                waiting,
                undelivered,
                runs,
                lanes,
                reviews,
                samples,
                open,
                withData,
                limsRuns,
                RunIds.ofMakers(),
                missing,
                NOW,
                LOCAL));
    }

    Line only() {
        List<Line> lines = overview().lines();
        if (lines.size() != 1) {
            throw new AssertionError("one line expected: " + lines);
        }
        return lines.get(0);
    }
}
