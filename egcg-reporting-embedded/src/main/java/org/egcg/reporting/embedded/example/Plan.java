package org.egcg.reporting.embedded.example;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Which runs there were from December 2024 to November 2026, and of what. */
record Plan(List<PlannedProject> projects, List<PlannedRun> runs) {

    private static final LocalDate FIRST_DAY = LocalDate.of(2024, 12, 1);
    private static final double PROJECTS_A_DAY = 0.122;
    private static final int FIRST_PROJECT = 40;
    /** The projects of the facility's own documents. */
    private static final Set<Integer> TAKEN = Set.of(104, 117, 121, 126, 130);

    private static final int RUNS_OF_PROJECT = 4;
    private static final List<String> RESEARCHERS =
            List.of("Maria Okafor", "Tomas Lindqvist", "Aoife Brennan", "Hana Suzuki", "Piotr Nowak", "Lucia Ferrante");
    private static final List<String> PREFIXES =
            List.of("case", "donor", "calf", "line", "cohort", "trio", "bird", "twin");

    static Plan ofTwoYears() {
        List<PlannedProject> projects = new ArrayList<>();
        List<PlannedRun> runs = new ArrayList<>();
        Set<Integer> taken = new HashSet<>(TAKEN);
        for (Sequencer sequencer : Sequencer.ALL) {
            List<LocalDate> days = sequencer.days();
            for (int from = 0; from < days.size(); from += RUNS_OF_PROJECT) {
                List<LocalDate> some = days.subList(from, Math.min(from + RUNS_OF_PROJECT, days.size()));
                boolean isOpen = from + RUNS_OF_PROJECT >= days.size();
                PlannedProject project = project(sequencer, some, taken, isOpen);
                projects.add(project);
                runs.addAll(new ProjectRuns(sequencer, project, some, from).runs());
            }
        }
        runs.sort(Comparator.comparing(PlannedRun::day).thenComparing(PlannedRun::id));
        return new Plan(List.copyOf(projects), List.copyOf(runs));
    }

    private static PlannedProject project(
            Sequencer sequencer, List<LocalDate> days, Set<Integer> taken, boolean isOpen) {
        LocalDate begun = days.get(0);
        int number = FIRST_PROJECT + (int) (ChronoUnit.DAYS.between(FIRST_DAY, begun) * PROJECTS_A_DAY);
        while (!taken.add(number)) {
            number++;
        }
        return new PlannedProject(
                "EG%04d".formatted(number),
                sequencer.model(),
                PREFIXES.get(number % PREFIXES.size()),
                RESEARCHERS.get(number % RESEARCHERS.size()),
                begun,
                days.get(days.size() - 1),
                isOpen);
    }

    /** All samples, in the order in which they were sequenced. */
    Stream<PlannedSample> samples() {
        return runs.stream().flatMap(run -> run.samples().stream()).distinct();
    }
}
