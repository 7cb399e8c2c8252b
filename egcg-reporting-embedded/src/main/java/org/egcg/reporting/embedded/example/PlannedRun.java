package org.egcg.reporting.embedded.example;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A run of the example.
 *
 * @param reads 1 or 2
 * @param topUp a sample of an earlier run that is in the first lane again, of which too little was there
 */
record PlannedRun(
        String id,
        Sequencer sequencer,
        LocalDate day,
        Fate fate,
        int reads,
        List<PlannedSample> samples,
        List<PlannedSample> topUp) {

    /** What is in one lane. */
    record Lane(int number, List<PlannedSample> samples) {}

    Model model() {
        return sequencer.model();
    }

    List<Lane> lanes() {
        return IntStream.rangeClosed(1, model().lanes())
                .mapToObj(number -> new Lane(number, inLane(number)))
                .toList();
    }

    private List<PlannedSample> inLane(int number) {
        int groups = model().lanes() / model().lanesOfSample();
        int ofGroup = samples.size() / groups;
        int group = (number - 1) / model().lanesOfSample();
        List<PlannedSample> own = samples.subList(group * ofGroup, (group + 1) * ofGroup);
        return number == 1 && !topUp.isEmpty()
                ? Stream.concat(own.stream(), topUp.stream()).toList()
                : own;
    }

    /** When the sequencer was done: two or three days after it began. */
    LocalDateTime sequenced() {
        return day.plusDays(model() == Model.MISEQ ? 1 : 2).atTime(9, 10);
    }

    /** When the pipeline of the run was done. */
    LocalDateTime processed() {
        return sequenced().plusHours(model() == Model.MISEQ ? 2 : 11).plusMinutes(new Chance(id).below(50));
    }

    String process() {
        return "run_" + id + "_" + Draft.at(sequenced().plusMinutes(12));
    }

    String element(int lane, PlannedSample sample) {
        return id + "_" + lane + (model().isPooled() ? "_" + sample.barcode() : "");
    }
}
