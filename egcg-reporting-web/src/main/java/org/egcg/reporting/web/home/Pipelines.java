package org.egcg.reporting.web.home;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.egcg.reporting.internal.json.Bson;
import org.egcg.reporting.turnaround.PipelineTimes;
import org.egcg.reporting.web.timeline.Elapsed;

/** Pipelines that failed and were not started again, and those that run, some of them for unusually long. */
final class Pipelines {

    private static final Set<String> OF_INTEREST = Set.of("failed", "aborted", "processing");

    private final FacilitySnapshot reading;

    /** The last process of each run, sample and project that is of interest, the first begun first. */
    private final List<BsonDocument> latest;

    private final PipelineTimes times;
    private final Map<String, List<BsonDocument>> stages = new HashMap<>();

    Pipelines(FacilitySnapshot reading) {
        this.reading = reading;
        this.times = PipelineTimes.of(reading.processes());
        Map<String, BsonDocument> last = new HashMap<>();
        for (BsonDocument process : reading.processes()) {
            last.merge(type(process) + "/" + name(process), process, Pipelines::later);
        }
        this.latest = last.values().stream()
                .filter(process -> OF_INTEREST.contains(status(process)))
                .sorted(Comparator.comparing(PipelineTimes::begun))
                .toList();
        reading.stages().forEach(stage -> stages.computeIfAbsent(
                        Bson.text(stage, "analysis_driver_proc"), any -> new ArrayList<>())
                .add(stage));
    }

    private static BsonDocument later(BsonDocument one, BsonDocument other) {
        return PipelineTimes.begun(other).isBefore(PipelineTimes.begun(one)) ? one : other;
    }

    private static String type(BsonDocument process) {
        return Bson.text(process, "dataset_type");
    }

    private static String name(BsonDocument process) {
        return Bson.text(process, "dataset_name");
    }

    private static String status(BsonDocument process) {
        return Bson.text(process, "status");
    }

    private List<BsonDocument> now(String... statuses) {
        Set<String> asked = Set.of(statuses);
        return latest.stream()
                .filter(process -> asked.contains(status(process)))
                .toList();
    }

    /** The processes whose stages the lines below name. */
    static List<String> ofInterest(Collection<BsonDocument> processes) {
        return processes.stream()
                .filter(process -> OF_INTEREST.contains(status(process)))
                .map(process -> Bson.text(process, "proc_id"))
                .toList();
    }

    List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (String type : List.of("run", "sample", "project")) {
            List<BsonDocument> failed = of(type, now("failed", "aborted"));
            if (!failed.isEmpty()) {
                lines.add(failed(type, failed));
            }
            List<BsonDocument> slow =
                    of(type, now("processing")).stream().filter(this::isSlow).toList();
            if (!slow.isEmpty()) {
                lines.add(slow(type, slow));
            }
        }
        return lines;
    }

    private static List<BsonDocument> of(String type, List<BsonDocument> processes) {
        return processes.stream().filter(process -> type(process).equals(type)).toList();
    }

    private Duration since(BsonDocument process) {
        Instant ended = Bson.moment(process, "end_date").orElse(PipelineTimes.begun(process));
        return Duration.between(ended, reading.now());
    }

    private Line failed(String type, List<BsonDocument> failed) {
        Duration oldest =
                failed.stream().map(this::since).max(Comparator.naturalOrder()).orElseThrow();
        String ended = ended(failed);
        String sentence = "Oldest " + ended + " " + Elapsed.age(oldest) + " ago; not started again since";
        List<Item> items = failed.stream()
                .sorted(Comparator.comparing(this::since).reversed())
                .limit(Line.SHOWN)
                .map(process ->
                        new Item(name(process), why(process), TableLinks.page(type, name(process)) + "#processes"))
                .toList();
        String href = TableLinks.list(type, failed.stream().map(Pipelines::name).toList());
        return new Line(Urgency.URGENT, failed.size(), heading(type, ended), sentence, oldest, items, href);
    }

    private static String heading(String type, String ended) {
        return plural(type) + " whose pipeline " + ended.replace("aborted", "was aborted");
    }

    /** How they ended, in a word or two. */
    private static String ended(List<BsonDocument> processes) {
        return processes.stream()
                .map(Pipelines::status)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .collect(Collectors.joining(" or "));
    }

    private static String plural(String type) {
        return type.substring(0, 1).toUpperCase(Locale.ROOT) + type.substring(1) + "s";
    }

    private String why(BsonDocument process) {
        Optional<BsonDocument> broken = stagesOf(process).stream()
                .filter(stage -> Bson.number(stage, "exit_status").orElse(0) != 0)
                .findFirst();
        String stage = broken.map(found -> Bson.text(found, "stage_name") + ", exit "
                        + (long) Bson.number(found, "exit_status").orElse(0) + ", ")
                .orElse("");
        String aborted = status(process).equals("aborted") ? "aborted " : "";
        return stage + aborted + Elapsed.age(since(process)) + " ago";
    }

    private List<BsonDocument> stagesOf(BsonDocument process) {
        return stages.getOrDefault(Bson.text(process, "proc_id"), List.of());
    }

    private Duration running(BsonDocument process) {
        return Duration.between(PipelineTimes.begun(process), reading.now());
    }

    private String mostWords(BsonDocument process) {
        String most = Elapsed.brief(times.most(process));
        return times.isKnown(process)
                ? "9 of 10 took less than " + most
                : "too few have finished to know what is usual; this is over " + most;
    }

    private boolean isSlow(BsonDocument process) {
        return times.isSlow(process, reading.now());
    }

    private Line slow(String type, List<BsonDocument> slow) {
        BsonDocument first = slow.get(0);
        String sentence = "Longest for " + Elapsed.words(running(first)) + "; " + mostWords(first);
        List<Item> items = slow.stream()
                .limit(Line.SHOWN)
                .map(process -> new Item(
                        name(process),
                        (stage(process).isEmpty() ? "" : stage(process) + ", ") + Elapsed.brief(running(process)),
                        TableLinks.page(type, name(process)) + "#processes"))
                .toList();
        String href = TableLinks.list(type, slow.stream().map(Pipelines::name).toList());
        return new Line(
                Urgency.WATCH,
                slow.size(),
                plural(type) + " processed for unusually long",
                sentence,
                running(first),
                items,
                href);
    }

    private String stage(BsonDocument process) {
        return stagesOf(process).stream()
                .filter(stage -> Bson.moment(stage, "date_finished").isEmpty())
                .map(stage -> Bson.text(stage, "stage_name"))
                .reduce((one, other) -> other)
                .orElse("");
    }

    /** What runs now, longest first. */
    List<RunningPipeline> running() {
        return now("processing").stream()
                .map(process -> new RunningPipeline(
                        name(process),
                        type(process),
                        stage(process),
                        Elapsed.brief(running(process)),
                        isSlow(process) ? mostWords(process) : "",
                        TableLinks.page(type(process), name(process)) + "#processes"))
                .toList();
    }
}
