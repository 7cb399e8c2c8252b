package org.egcg.reporting.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;
import org.egcg.reporting.instrument.Instruments;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhatIfTest {

    private static final Reviews NOW = new Reviews(Thresholds.packaged(), Instruments.packaged());

    private static final List<String> RUNS =
            List.of("230825_M04034_0043_000000000-L6NVV", "180101_E00306_0001_AHABCDCCXX");

    /** Lanes of two models with one read and two, with numbers on either side of limits, on them, impossible and missing. */
    private static List<BsonDocument> lanes() {
        List<BsonDocument> lanes = new ArrayList<>();
        for (String run : RUNS) {
            for (String yield : List.of("null", "0", "2", "4.4", "119", "120", "150")) {
                for (String quality : List.of("null", "60", "72", "92.8", "200")) {
                    for (String second : List.of("null", "5")) {
                        lanes.add(RawBsonDocument.parse(
                                """
                                {"lane_id": "%s_%d", "run_id": "%s", "aggregated": {"bases_r1": 5, "bases_r2": %s,
                                 "yield_in_gb": %s, "pc_q30": %s, "pc_q30_r1": 95, "pc_q30_r2": %s, "pc_adaptor": 7,
                                 "pc_opt_duplicate_reads": 3, "pc_undetermined": 21}}""".formatted(run, lanes.size(), run, second, yield, quality, quality)));
                    }
                }
            }
        }
        return lanes;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {lane: {'aggregated.yield_in_gb': {value: 130}}}
            {lane: {'aggregated.yield_in_gb': {value: 3, warn: 119.5}}}
            {lane: {'aggregated.yield_in_gb': null}}
            {lane: {'aggregated.pc_q30_r2': {value: 50}, 'aggregated.pc_q30': {value: 99}}}
            {lane: {'aggregated.cv': {name: 'Cv', value: 1, comparison: '<', optional: false}}}
            {lane: {'aggregated.pc_undetermined': {value: 20, warn: null}}}
            {lane: {}}
            """)
    void whatWouldChangeIsWhatBothLimitsSayByThemselves(String patch) {
        Thresholds others = NOW.thresholds().changed(BsonDocument.parse(patch));
        Reviews then = NOW.by(others);
        Map<String, Long> changed = new TreeMap<>();
        List<WhatIf.Change> changes = new ArrayList<>();
        WhatIf counts = WhatIf.comparing(NOW, others, Subject.LANE);
        for (BsonDocument lane : lanes()) {
            counts.add(lane);
            Review before = NOW.lane(lane);
            Verdict after = then.lane(lane).verdict();
            if (!before.verdict().word().equals(after.word())) {
                changed.merge(before.verdict().word() + " → " + after.word(), 1L, Long::sum);
                changes.add(new WhatIf.Change(before.id(), before.verdict().word(), after.word(), after.reasons()));
            }
        }
        assertThat(counts.documents()).isEqualTo(lanes().size());
        assertThat(counts.changed()).isEqualTo(changed);
        assertThat(counts.changes()).isEqualTo(changes.subList(0, Math.min(changes.size(), 100)));
    }
}
