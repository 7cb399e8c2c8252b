package org.egcg.reporting.web.timeline;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.egcg.reporting.internal.json.Bson;

/**
 * The stages of one process in time, a bar each, in the order of their beginnings. A stage that still runs reaches to
 * now; one without an end in a process that is over reaches to the end of the process and is marked as lost. Immutable.
 */
public final class Timeline {

    /**
     * A mark on the axis.
     *
     * @param at where, in per cent
     * @param edge {@code first} or {@code last} at an edge of the drawing, over which its label must not reach
     */
    public record Tick(String at, String label, String edge) {}

    /** How near to an edge, in per cent, a label has no room on both sides. */
    private static final double EDGE = 3;

    private static final Set<String> OVER = Set.of("finished", "failed", "aborted", "deleted");

    private final List<Bar> bars;
    private final List<Tick> ticks;
    private final Optional<TimeRange> span;

    private Timeline(List<PipelineStage> stages, ZoneId zone) {
        this.span = stages.isEmpty() ? Optional.empty() : Optional.of(span(stages));
        List<Bar> drawn = new ArrayList<>();
        for (PipelineStage stage : stages) {
            drawn.add(Bar.of(stage, drawn.size(), span.orElseThrow(), zone));
        }
        this.bars = List.copyOf(drawn);
        this.ticks = span.stream()
                .flatMap(whole -> whole.marks(zone).stream())
                .map(mark -> new Tick(Bar.percent(mark.at()), mark.label(), edge(mark.at())))
                .toList();
    }

    private static String edge(double at) {
        return at < EDGE ? "first" : at > 100 - EDGE ? "last" : "";
    }

    /**
     * The timeline of a process.
     *
     * @param process the document, with its stages embedded; stages that have not begun are left out
     * @param zone of the clocks that times are shown on
     */
    public static Timeline of(BsonDocument process, Instant now, ZoneId zone) {
        List<BsonDocument> documents = process.getArray("stages", new BsonArray()).stream()
                .filter(BsonValue::isDocument)
                .map(BsonValue::asDocument)
                .filter(stage -> stage.isDateTime("date_started"))
                .toList();
        Optional<Instant> over = over(process, documents);
        List<PipelineStage> stages = documents.stream()
                .map(stage -> PipelineStage.of(stage, over, now))
                .sorted(Comparator.comparing(PipelineStage::from).thenComparing(PipelineStage::until))
                .toList();
        return new Timeline(numbered(stages), zone);
    }

    /** When the process ended: as it says itself, or, if only its status says so, with what is last known of it. */
    private static Optional<Instant> over(BsonDocument process, List<BsonDocument> stages) {
        boolean isOver = process.isString("status")
                && OVER.contains(process.getString("status").getValue());
        Stream<Instant> known = stages.stream()
                .flatMap(stage -> Stream.of(Bson.moment(stage, "date_started"), Bson.moment(stage, "date_finished")))
                .flatMap(Optional::stream);
        return Bson.moment(process, "end_date")
                .or(() -> isOver ? known.max(Comparator.naturalOrder()) : Optional.empty());
    }

    private static List<PipelineStage> numbered(List<PipelineStage> stages) {
        Map<String, Integer> total = new HashMap<>();
        stages.forEach(stage -> total.merge(stage.name(), 1, Integer::sum));
        Map<String, Integer> seen = new HashMap<>();
        return stages.stream()
                .map(stage -> stage.numbered(seen.merge(stage.name(), 1, Integer::sum), total.get(stage.name())))
                .toList();
    }

    private static TimeRange span(List<PipelineStage> stages) {
        Instant from = stages.stream()
                .map(PipelineStage::from)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        Instant until = stages.stream()
                .map(PipelineStage::until)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return new TimeRange(from, until);
    }

    public boolean isEmpty() {
        return bars.isEmpty();
    }

    public List<Bar> bars() {
        return bars;
    }

    public List<Tick> ticks() {
        return ticks;
    }

    /** The height of the drawing in pixels. */
    public int height() {
        return Bar.SCALE + bars.size() * Bar.ROW;
    }

    public long fromMillis() {
        return span.map(whole -> whole.from().toEpochMilli()).orElse(0L);
    }

    public long untilMillis() {
        return span.map(whole -> whole.until().toEpochMilli()).orElse(0L);
    }
}
