package org.egcg.reporting.turnaround;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.egcg.reporting.lims.SampleCourse;

/** For how many days samples stayed in each step, of the stays that are over. */
public final class StepTimes {

    private final Map<String, List<Integer>> days = new LinkedHashMap<>();
    private final Map<String, Integer> passed = new LinkedHashMap<>();
    private int finished;

    /** Counts the stays of samples; one without a date, or that ends before it begins, is left out. */
    public static StepTimes of(List<SampleCourse> samples) {
        StepTimes times = new StepTimes();
        samples.forEach(times::add);
        times.days.replaceAll((step, known) -> known.stream().sorted().toList());
        return times;
    }

    private void add(SampleCourse sample) {
        Map<String, Integer> stays = stays(sample);
        stays.forEach((step, stay) ->
                days.computeIfAbsent(step, any -> new ArrayList<>()).add(stay));
        if (sample.finished().isPresent()) {
            finished++;
            stays.keySet().forEach(step -> passed.merge(step, 1, Integer::sum));
        }
    }

    /** How many days a sample was in each step, all of its visits together; steps that it has not left are none of them. */
    public static Map<String, Integer> stays(SampleCourse sample) {
        Map<String, Integer> stays = new LinkedHashMap<>();
        List<SampleCourse.Stay> known = sample.stays();
        for (int i = 0; i < known.size(); i++) {
            Optional<LocalDate> until = i + 1 < known.size()
                    ? known.get(i + 1).since()
                    : sample.finished().map(moment -> moment.toLocalDate());
            Optional<LocalDate> since = known.get(i).since();
            if (since.isPresent()
                    && until.isPresent()
                    && !until.get().isBefore(since.get())
                    && LabSteps.ALL.contains(known.get(i).status())) {
                stays.merge(
                        known.get(i).status(), (int) ChronoUnit.DAYS.between(since.get(), until.get()), Integer::sum);
            }
        }
        return stays;
    }

    /** The days of all samples in a step, ascending. */
    public List<Integer> days(String step) {
        return days.getOrDefault(step, List.of());
    }

    /** Whether more than half of the finished samples went through a step. */
    boolean isUsual(String step) {
        return 2 * passed.getOrDefault(step, 0) > finished;
    }

    /** How many finished samples are known. */
    public int finished() {
        return finished;
    }
}
