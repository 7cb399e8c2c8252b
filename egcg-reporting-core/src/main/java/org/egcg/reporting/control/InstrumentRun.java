package org.egcg.reporting.control;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/** A run with all of its metrics, by their keys. */
record InstrumentRun(
        String run,
        String instrument,
        LocalDate day,
        long number,
        Optional<String> side,
        boolean pooled,
        Map<String, Double> values) {

    static final Comparator<InstrumentRun> EARLIEST_FIRST = Comparator.comparing(InstrumentRun::day)
            .thenComparing(InstrumentRun::number)
            .thenComparing(InstrumentRun::run);

    InstrumentRun {
        values = Map.copyOf(values);
    }

    Optional<RunValue> value(ControlMetric metric) {
        return Optional.ofNullable(values.get(metric.key())).map(value -> new RunValue(run, day, side, pooled, value));
    }
}
