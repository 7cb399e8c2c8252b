package org.egcg.reporting.embedded.example;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The runs of a project, of which some are out of the ordinary.
 *
 * @param before how many runs of the sequencer came before
 */
record ProjectRuns(Sequencer sequencer, PlannedProject project, List<LocalDate> days, int before) {

    private static final Map<String, Map<Integer, Fate>> FATES = Map.of(
            "A00718", Map.of(3, Fate.ERRORED, 17, Fate.RUNNING),
            "NB501582", Map.of(13, Fate.ABORTED, 23, Fate.ABORTED, 24, Fate.TO_REVIEW),
            "M04034", Map.of(32, Fate.PIPELINE_FAILED, 33, Fate.TO_REVIEW),
            "LH00287", Map.of(10, Fate.PROCESSING));

    private static final Set<String> ONE_READ = Set.of("NB501582 9");
    private static final Set<String> OF_384 = Set.of("M04034 21");
    private static final Set<String> WITH_CONTROL = Set.of("M04034 6", "M04034 14", "M04034 27");
    private static final Set<String> TOPPING_UP = Set.of("LH00287 2", "A00718 10");
    private static final double REQUIRED_OF_384 = 5e6;

    List<PlannedRun> runs() {
        List<PlannedRun> runs = new ArrayList<>();
        int inPlate = 0;
        int plate = 1;
        for (int i = 0; i < days.size(); i++) {
            int index = before + i;
            String name = sequencer.instrument() + " " + index;
            boolean isLarge = OF_384.contains(name);
            int count = isLarge ? 384 : sequencer.model().samples();
            if (isLarge || inPlate + count > 96) {
                plate++;
                inPlate = 0;
            }
            List<PlannedSample> samples =
                    samples(name, sequencer.instrument() + " " + (index + 1), plate, inPlate, count);
            inPlate = isLarge ? 96 : inPlate + count;
            runs.add(new PlannedRun(
                    sequencer.runId(days.get(i), index),
                    sequencer,
                    days.get(i),
                    fate(index),
                    ONE_READ.contains(name) ? 1 : 2,
                    samples,
                    TOPPING_UP.contains(name) && i > 0
                            ? List.of(runs.get(i - 1).samples().get(1))
                            : List.of()));
        }
        return runs;
    }

    private Fate fate(int index) {
        return FATES.getOrDefault(sequencer.instrument(), Map.of()).getOrDefault(index, Fate.DELIVERED);
    }

    private List<PlannedSample> samples(String name, String next, int plate, int from, int count) {
        boolean isLarge = count == 384;
        double required = isLarge ? REQUIRED_OF_384 : sequencer.model().required();
        List<PlannedSample> samples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String control = i == count - 1 && WITH_CONTROL.contains(name) ? "negative" : "";
            boolean isThin = i == 1 && TOPPING_UP.contains(next);
            samples.add(new PlannedSample(project, plate, from + i, isLarge ? 384 : 96, control, required, isThin));
        }
        return samples;
    }
}
