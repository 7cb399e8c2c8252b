package org.egcg.reporting.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.query.Projection;
import org.egcg.reporting.query.ReadRequest;
import org.egcg.reporting.store.Documents;
import org.egcg.reporting.testkit.JudgedLanes;
import org.egcg.reporting.testkit.TestStore;
import org.junit.jupiter.api.Test;

/**
 * How long it takes to say what another limit would change, again and again, see docs/performance.md. Before that the lanes are
 * counted by the limits in force, as a service does when it has started; {@code WhatIfPageBenchmark} asks such a service.
 */
class WhatIfBenchmark {

    private static final int LANES = 50_000;
    private static final int ASKED = 6;
    private static final Duration MOST = Duration.ofSeconds(3);

    @Test
    void anotherLimitOverFiftyThousandLanes() {
        try (TestStore store = new TestStore();
                Reporting reporting = store.reporting()) {
            JudgedLanes.into(reporting, LANES);
            Duration opened = counted(reporting);
            Duration worked = processor();
            List<Duration> answers =
                    IntStream.range(0, ASKED).mapToObj(time -> asked(reporting)).toList();
            System.out.printf(
                    "what if over %,d lanes: %d ms to count them first, then %s ms, each with %d ms of the processor%n",
                    LANES,
                    opened.toMillis(),
                    answers.stream().map(Duration::toMillis).toList(),
                    processor().minus(worked).dividedBy(ASKED).toMillis());
            assertThat(opened).as("the first judgement").isLessThan(MOST);
            assertThat(answers).as("each answer").allMatch(time -> time.compareTo(MOST) < 0);
        }
    }

    /** What the processor has worked for this virtual machine, the embedded store included. */
    private static Duration processor() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
    }

    private static Duration counted(Reporting reporting) {
        Instant begin = Instant.now();
        read(reporting, WhatIf.counting(reporting.reviews(), Subject.LANE));
        return Duration.between(begin, Instant.now());
    }

    private static Duration asked(Reporting reporting) {
        Instant begin = Instant.now();
        Thresholds others = reporting
                .reviews()
                .thresholds()
                .changed(BsonDocument.parse("{lane: {'aggregated.yield_in_gb': {value: 130}}}"));
        WhatIf counts = WhatIf.comparing(reporting.reviews(), others, Subject.LANE);
        read(reporting, counts);
        assertThat(counts.changed()).isNotEmpty();
        return Duration.between(begin, Instant.now());
    }

    private static void read(Reporting reporting, WhatIf counts) {
        Set<String> fields = new LinkedHashSet<>(reporting.reviews().looksAt(Subject.LANE));
        ReadRequest request = ReadRequest.everything().showing(new Projection(Optional.of(fields), Set.of()));
        try (Documents lanes = reporting.reader().all(reporting.schema("lanes"), request)) {
            while (lanes.hasNext()) {
                counts.add(lanes.next());
            }
        }
        assertThat(counts.documents()).isEqualTo(LANES);
    }
}
