package org.egcg.reporting.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.types.ObjectId;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.error.ReportingException.NotFound;
import org.egcg.reporting.event.EventKind;
import org.egcg.reporting.event.InstrumentEvent;
import org.egcg.reporting.store.DuplicateKeyException;
import org.egcg.reporting.store.MongoStore;
import org.egcg.reporting.testkit.TestStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ControlChartsTest {

    private static final LocalDate FIRST = LocalDate.now().minusDays(200);

    private final TestStore database = new TestStore();
    private final Reporting reporting = database.reporting();
    private final MongoStore store = database.connect();
    private final ControlCharts charts = reporting.controlCharts();

    @AfterEach
    void close() {
        store.close();
        reporting.close();
        database.close();
    }

    private static String run(String instrument, int number) {
        String day = FIRST.plusDays(number).toString().substring(2).replace("-", "");
        String side = number % 2 == 0 ? "A" : "B";
        return String.format(Locale.ROOT, "%s_%s_%04d_%sHABCDCCXY", day, instrument, number, side);
    }

    /** Three lanes, of which the last one is poor. */
    private void runs(String instrument, int from, int to, double q30) throws DuplicateKeyException {
        List<BsonDocument> lanes = new ArrayList<>();
        for (int number = from; number < to; number++) {
            double wobble = (number * 7 % 5 - 2) * 0.5;
            for (int lane = 1; lane <= 3; lane++) {
                String run = run(instrument, number);
                lanes.add(new BsonDocument("lane_id", new BsonString(run + "_" + lane))
                        .append("run_id", new BsonString(run))
                        .append("lane_number", new BsonInt32(lane))
                        .append("run_elements", new BsonArray())
                        .append("_created", new BsonDateTime(Instant.now().toEpochMilli()))
                        .append(
                                "aggregated",
                                new BsonDocument("pc_q30", new BsonDouble(lane == 3 ? 20 : q30 + wobble))));
            }
        }
        store.insert("lanes", lanes);
        charts.changed();
    }

    private ControlMetric q30() {
        return charts.settings().metric("pc_q30").orElseThrow();
    }

    @Test
    void theInstrumentThatHasChangedComesFirst() throws DuplicateKeyException {
        runs("E00001", 0, 60, 90);
        runs("E00002", 0, 40, 90);
        runs("E00002", 40, 44, 80);
        runs("E00003", 0, 5, 90);
        assertThat(charts.now().instruments())
                .extracting(InstrumentState::instrument, InstrumentState::state)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("E00002", ChartState.OUT_OF_CONTROL),
                        org.assertj.core.groups.Tuple.tuple("E00001", ChartState.IN_CONTROL),
                        org.assertj.core.groups.Tuple.tuple("E00003", ChartState.NO_LIMITS));
    }

    @Test
    void whatIsNewsIsToldOncePerRuleFromTheRunThatBreaksIt() throws DuplicateKeyException {
        runs("E00002", 0, 40, 90);
        runs("E00002", 40, 44, 80);
        assertThat(charts.violationsSince(FIRST))
                .extracting(Violation::key)
                .contains("E00002/pc_q30/" + run("E00002", 40) + "/Westgard 1-3s")
                .doesNotHaveDuplicates()
                .noneMatch(key -> key.contains(run("E00002", 41) + "/Westgard 1-3s"));
        assertThat(charts.violationsSince(FIRST.plusDays(60))).isEmpty();
    }

    @Test
    void anEventBeginsTheBaselineAnewIfItIsMarkedSo() throws DuplicateKeyException {
        runs("E00002", 0, 40, 90);
        runs("E00002", 40, 80, 80);
        assertThat(charts.now().instrument("E00002").orElseThrow().state()).isEqualTo(ChartState.OUT_OF_CONTROL);
        InstrumentEvent event =
                charts.events().write("E00002", EventKind.SERVICE, FIRST.plusDays(40), "new optics", true, "ann");
        charts.changed();
        ControlChart chart = charts.now().chart("E00002", q30(), Selection.ALL);
        assertThat(chart.state()).isEqualTo(ChartState.IN_CONTROL);
        assertThat(chart.points().get(39).baseline().orElseThrow().centre()).isEqualTo(90);
        assertThat(chart.points().get(40).baseline().orElseThrow().centre()).isEqualTo(80);
        charts.events().delete(event.id(), "bob");
        charts.changed();
        assertThat(charts.now().instrument("E00002").orElseThrow().state()).isEqualTo(ChartState.OUT_OF_CONTROL);
        assertThat(charts.events().all()).isEmpty();
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> charts.events().delete(event.id(), "bob"));
    }

    @Test
    void aSideHasAChartOfItsOwn() throws DuplicateKeyException {
        runs("E00001", 0, 60, 90);
        assertThat(charts.now().sides("E00001")).containsExactly("A", "B");
        Selection side = new Selection(java.util.Optional.of("B"), java.util.Optional.empty());
        assertThat(charts.now().chart("E00001", q30(), side).points())
                .hasSize(30)
                .allSatisfy(point -> assertThat(point.run().side()).contains("B"));
        assertThat(charts.now().chart("none", q30(), side).points()).isEmpty();
    }

    @Test
    void anEventHasAnInstrumentATextAndADayThatHasBeen() {
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> charts.events().write("E1", EventKind.OTHER, FIRST, " ", false, "ann"))
                .withMessage("text: is missing");
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> charts.events()
                        .write("E1", EventKind.OTHER, LocalDate.now().plusDays(9), "a", false, "ann"))
                .withMessage("date: must not be in the future");
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> charts.events().delete(new ObjectId(), "ann"));
    }
}
