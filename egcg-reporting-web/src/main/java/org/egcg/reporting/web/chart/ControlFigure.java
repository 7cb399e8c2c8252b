package org.egcg.reporting.web.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.egcg.reporting.control.ChartPoint;
import org.egcg.reporting.control.ControlChart;
import org.egcg.reporting.control.ControlSettings;
import org.egcg.reporting.control.Violation;
import org.egcg.reporting.event.InstrumentEvent;

/** A control chart as its script draws it, and as the rows of the table below. */
public final class ControlFigure {

    private final ControlChart chart;
    private final ControlSettings settings;
    private final List<InstrumentEvent> events;

    public ControlFigure(ControlChart chart, ControlSettings settings, List<InstrumentEvent> events) {
        this.chart = chart;
        this.settings = settings;
        this.events = events;
    }

    /** What is drawn: a list of each kind of number, with one member per run. */
    public BsonDocument document() {
        BsonDocument figure = new BsonDocument(
                        "runs", all(point -> text(point.run().run())))
                .append("day", all(point -> new BsonInt64(point.run().day().toEpochDay())))
                .append("value", all(point -> new BsonDouble(point.run().value())))
                .append("centre", all(point -> known(point.baseline().map(each -> each.centre()))))
                .append("spread", all(point -> known(point.baseline().map(each -> each.spread()))))
                .append("learnt", all(point -> BsonBoolean.valueOf(point.inBaseline())))
                .append("ewma", lines(ChartPoint.Lines::ewma))
                .append("ewmaLimit", lines(ChartPoint.Lines::ewmaLimit))
                .append("above", lines(ChartPoint.Lines::above))
                .append("below", lines(ChartPoint.Lines::below))
                .append("broken", all(this::broken));
        return figure.append("sumLimit", new BsonDouble(settings.cusum().limit()))
                .append("decimals", new BsonInt32(ChartWord.decimals(chart.metric())))
                .append("rules", rules())
                .append("events", events());
    }

    private BsonArray all(Function<ChartPoint, BsonValue> value) {
        return new BsonArray(chart.points().stream().map(value).toList());
    }

    private BsonArray lines(ToDoubleFunction<ChartPoint.Lines> value) {
        return all(point -> known(point.lines().map(value::applyAsDouble)));
    }

    private static BsonValue known(Optional<Double> number) {
        return number.<BsonValue>map(BsonDouble::new).orElse(BsonNull.VALUE);
    }

    private static BsonString text(String text) {
        return new BsonString(text);
    }

    /** The numbers of the rules that are broken, in the order of {@link #rules}. */
    private BsonValue broken(ChartPoint point) {
        return new BsonArray(point.broken().stream()
                .map(violation -> new BsonInt32(settings.rules().indexOf(violation.rule())))
                .toList());
    }

    private BsonArray rules() {
        return new BsonArray(settings.rules().stream()
                .map(rule -> new BsonDocument("name", text(rule.name()))
                        .append("sentence", text(rule.sentence()))
                        .append("grade", text(rule.grade().name())))
                .toList());
    }

    private BsonArray events() {
        return new BsonArray(events.stream()
                .map(event -> new BsonDocument("day", new BsonInt64(event.day().toEpochDay()))
                        .append("kind", text(event.kind().label()))
                        .append("text", text(event.text()))
                        .append("fresh", BsonBoolean.valueOf(event.newBaseline())))
                .toList());
    }

    /** A row for each run. */
    public List<BsonDocument> rows() {
        return chart.points().stream().map(ControlFigure::row).toList();
    }

    private static BsonDocument row(ChartPoint point) {
        BsonDocument row = new BsonDocument("run_id", text(point.run().run()))
                .append("date", text(point.run().day().toString()))
                .append("value", new BsonDouble(point.run().value()))
                .append("baseline", text(point.inBaseline() ? "yes" : "no"))
                .append(
                        "rules",
                        new BsonArray(point.broken().stream()
                                .map(violation -> text(violation.rule().name()))
                                .toList()));
        point.run().side().ifPresent(side -> row.append("side", text(side)));
        point.baseline().ifPresent(baseline -> row.append("centre", new BsonDouble(baseline.centre()))
                .append(
                        "deviation",
                        new BsonDouble(baseline.deviation(point.run().value()))));
        point.lines().ifPresent(lines -> row.append("ewma", new BsonDouble(lines.ewma()))
                .append("above", new BsonDouble(lines.above()))
                .append("below", new BsonDouble(lines.below())));
        return row;
    }

    /** A row for each rule that a run breaks, and which is news. */
    public List<BsonDocument> violations() {
        List<BsonDocument> rows = new ArrayList<>();
        for (Violation violation : chart.violations()) {
            if (violation.first()) {
                rows.add(new BsonDocument("key", text(violation.key()))
                        .append("run_id", text(violation.run()))
                        .append("date", text(violation.day().toString()))
                        .append("rule", text(violation.rule().name()))
                        .append("sentence", text(violation.rule().sentence()))
                        .append("value", new BsonDouble(violation.value())));
            }
        }
        return rows;
    }
}
