package org.egcg.reporting.embedded;

import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What stands in the example laboratory's sequencers: the same flow cells, plates and samples as in its LIMS. */
final class ExampleRuns {

    /** How far a run has come. */
    enum Outcome {
        REVIEWED,
        FINISHED,
        ERRORED,
        RUNNING
    }

    /**
     * A sequencing run.
     *
     * @param lanes the samples in each of the eight lanes
     */
    record Run(String id, LocalDateTime sequenced, Outcome outcome, List<List<Sample>> lanes) {
        boolean hasReads() {
            return outcome == Outcome.REVIEWED || outcome == Outcome.FINISHED;
        }
    }

    /** A sample in a well of a plate; the number is its place in the whole laboratory, from 1. */
    record Sample(String project, String plate, String well, int number) {
        String id() {
            return plate + well;
        }

        String library() {
            String container =
                    switch (plate) {
                        case "EG0104P001" -> "LP2026018";
                        case "EG0117P001" -> "LP2026024";
                        case "EG0117P002" -> "LP2026033";
                        default -> "LP2026029";
                    };
            return container + "-" + id();
        }

        boolean human() {
            return !project.equals("EG0121");
        }

        String species() {
            return human() ? "Homo sapiens" : "Bos taurus";
        }

        String userSampleId() {
            String kind =
                    switch (project) {
                        case "EG0104" -> "case";
                        case "EG0117" -> "patient";
                        default -> "bull";
                    };
            return "%s_%02d".formatted(kind, number);
        }

        double genomeSizeInMb() {
            return human() ? 3_100 : 2_715;
        }

        long requiredYieldInGb() {
            return plate.equals("EG0117P002") ? 60 : human() ? 120 : 40;
        }

        long requiredCoverage() {
            return plate.equals("EG0117P002") || !human() ? 15 : 30;
        }
    }

    private static final List<Sample> CASES = plate("EG0104", "EG0104P001", 4, 1);
    private static final List<Sample> PATIENTS = plate("EG0117", "EG0117P001", 12, 5);
    private static final List<Sample> LATER_PATIENTS = plate("EG0117", "EG0117P002", 4, 17);
    private static final List<Sample> BULLS = without(plate("EG0121", "EG0121P001", 10, 21), 3);

    private ExampleRuns() {}

    static List<Run> all() {
        return List.of(
                run("260609_E00306_0351_AHG7K2CCX2", "2026-06-12T09:30", Outcome.REVIEWED, twoLanesEach(CASES)),
                run(
                        "260902_E00306_0388_AHJ2KCCX2",
                        "2026-09-05T10:10",
                        Outcome.REVIEWED,
                        twoLanesEach(PATIENTS.subList(0, 4))),
                run(
                        "260916_E00397_0142_BHJ3MCCX2",
                        "2026-09-19T11:00",
                        Outcome.REVIEWED,
                        twoLanesEach(List.of(PATIENTS.get(4), PATIENTS.get(6), PATIENTS.get(7), PATIENTS.get(8)))),
                run("261006_E00397_0149_BHJ4PCCX2", "2026-10-07T03:12", Outcome.ERRORED, pooled(BULLS, 8)),
                run("261013_E00306_0402_AHJ5TCCX2", "2026-10-16T09:45", Outcome.REVIEWED, pooled(BULLS, 8)),
                run(
                        "261027_E00397_0155_BHJ6VCCX2",
                        "2026-10-30T12:20",
                        Outcome.FINISHED,
                        Stream.concat(
                                        twoLanesEach(PATIENTS.subList(9, 12)).stream(),
                                        pooled(LATER_PATIENTS, 2).stream())
                                .toList()),
                run("261123_E00306_0417_AHJ8WCCX2", "2026-11-23T17:00", Outcome.RUNNING, pooled(BULLS, 8)));
    }

    static List<Sample> samples() {
        return Stream.of(CASES, PATIENTS, LATER_PATIENTS, BULLS)
                .flatMap(List::stream)
                .toList();
    }

    private static Run run(String id, String sequenced, Outcome outcome, List<List<Sample>> lanes) {
        return new Run(id, LocalDateTime.parse(sequenced), outcome, lanes);
    }

    /** Wells fill a plate column by column. */
    private static List<Sample> plate(String project, String plate, int samples, int firstNumber) {
        return IntStream.range(0, samples)
                .mapToObj(i -> new Sample(project, plate, "%c%02d".formatted('A' + i % 8, i / 8 + 1), firstNumber + i))
                .toList();
    }

    private static List<Sample> without(List<Sample> samples, int missing) {
        return IntStream.range(0, samples.size())
                .filter(i -> i != missing)
                .mapToObj(samples::get)
                .toList();
    }

    private static List<List<Sample>> twoLanesEach(List<Sample> samples) {
        return samples.stream()
                .flatMap(sample -> Stream.of(List.of(sample), List.of(sample)))
                .toList();
    }

    private static List<List<Sample>> pooled(List<Sample> samples, int lanes) {
        return IntStream.range(0, lanes).mapToObj(lane -> samples).toList();
    }
}
