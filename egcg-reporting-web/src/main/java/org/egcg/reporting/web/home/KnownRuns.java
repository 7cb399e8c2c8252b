package org.egcg.reporting.web.home;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.BsonDocument;
import org.egcg.reporting.internal.json.Bson;
import org.egcg.reporting.run.RunFacts;
import org.egcg.reporting.run.RunState;
import org.egcg.reporting.web.timeline.Elapsed;

/** What pipelines and LIMS say of runs together, and which of them went wrong on the sequencer. */
final class KnownRuns {

    private static final Duration RECENT = Duration.ofDays(30);

    private final FacilitySnapshot reading;
    private final Map<String, RunFacts> runs = new LinkedHashMap<>();
    private final Map<String, BsonDocument> lims = new LinkedHashMap<>();

    KnownRuns(FacilitySnapshot reading) {
        this.reading = reading;
        reading.limsRuns().forEach(run -> lims.put(Bson.text(run, "run_id"), run));
        reading.runs().forEach(run -> add(Bson.text(run, "run_id"), Optional.of(run)));
        lims.keySet().stream().filter(id -> !runs.containsKey(id)).toList().forEach(id -> add(id, Optional.empty()));
    }

    private void add(String id, Optional<BsonDocument> stored) {
        if (!id.isEmpty()) {
            Optional<BsonDocument> item = Optional.ofNullable(lims.get(id));
            runs.put(id, RunFacts.of(reading.runIds().read(id), stored, item, ZoneOffset.UTC));
        }
    }

    Collection<RunFacts> all() {
        return runs.values();
    }

    /** The facts of a run by its document. */
    RunFacts of(BsonDocument stored) {
        return runs.get(Bson.text(stored, "run_id"));
    }

    /** Runs of the last weeks that the LIMS calls errored or aborted, until all of their run elements are decided on. */
    Optional<Line> trouble() {
        List<RunFacts> wrong = runs.values().stream()
                .filter(run -> run.state().isTrouble() && !run.isDecided() && isOfSequencing(run))
                .filter(run -> age(run).compareTo(RECENT) <= 0)
                .sorted(RunFacts.NEWEST_FIRST.reversed())
                .toList();
        return wrong.isEmpty() ? Optional.empty() : Optional.of(line(wrong));
    }

    /** Processing that was aborted is told by the pipelines. */
    private boolean isOfSequencing(RunFacts run) {
        Optional<String> status =
                Optional.ofNullable(lims.get(run.id().text())).map(item -> Bson.text(item, "run_status"));
        return RunState.of(status, Optional.empty(), List.of()).isTrouble();
    }

    private Duration age(RunFacts run) {
        LocalDate today = LocalDate.ofInstant(reading.now(), ZoneOffset.UTC);
        return run.date()
                .map(date -> Duration.between(date.atStartOfDay(), today.atStartOfDay()))
                .filter(age -> !age.isNegative())
                .orElse(Duration.ZERO);
    }

    private Line line(List<RunFacts> wrong) {
        Duration oldest =
                wrong.stream().map(this::age).max(Comparator.naturalOrder()).orElseThrow();
        List<String> ids = wrong.stream().map(run -> run.id().text()).toList();
        List<Item> items = wrong.stream().limit(Line.SHOWN).map(this::item).toList();
        return new Line(
                Urgency.FIRST,
                wrong.size(),
                "Runs errored or aborted",
                "The LIMS says so of runs of the last 30 days; the oldest was started " + Elapsed.age(oldest) + " ago",
                oldest,
                items,
                TableLinks.list("run", ids));
    }

    private Item item(RunFacts run) {
        String id = run.id().text();
        return new Item(id, run.state().word() + ", started " + Elapsed.age(age(run)) + " ago", TableLinks.page("run", id));
    }
}
