package org.egcg.reporting.turnaround;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.egcg.reporting.lims.SampleCourse;

/**
 * When the samples of a project will all be done, from how long others stayed in the steps that are still before them.
 * Two thousand courses are drawn: for each step one share for all samples of the project, which go through the
 * laboratory together, and with it the stay below which that share of all known stays is. A sample that has been in
 * its step for some time is held against the stays that took longer. The same samples have the same forecast.
 *
 * @param soonest in one of ten courses it is done by then
 * @param likely in half of the courses
 * @param latest in nine of ten
 */
public record Forecast(LocalDate soonest, LocalDate likely, LocalDate latest) {

    /** How many finished samples have to be known. */
    public static final int ENOUGH = 20;

    private static final int COURSES = 2000;
    private static final int ENOUGH_LONGER = 5;

    /**
     * Empty if too few finished samples are known, or nothing is open.
     *
     * @param open the samples of one project that are in some step
     */
    public static Optional<Forecast> of(List<SampleCourse> open, StepTimes times, LocalDate today) {
        if (times.finished() < ENOUGH || open.isEmpty()) {
            return Optional.empty();
        }
        Random random = new Random(seed(open));
        int[] days = new int[COURSES];
        for (int course = 0; course < COURSES; course++) {
            Map<String, Double> shares = new HashMap<>();
            LabSteps.ALL.forEach(step -> shares.put(step, random.nextDouble()));
            days[course] = open.stream()
                    .mapToInt(sample -> remaining(sample, times, shares, today))
                    .max()
                    .orElseThrow();
        }
        Arrays.sort(days);
        return Optional.of(new Forecast(
                today.plusDays(days[COURSES / 10]),
                today.plusDays(days[COURSES / 2]),
                today.plusDays(days[COURSES * 9 / 10])));
    }

    private static long seed(List<SampleCourse> open) {
        return open.stream().map(SampleCourse::sample).sorted().toList().hashCode();
    }

    private static int remaining(SampleCourse sample, StepTimes times, Map<String, Double> shares, LocalDate today) {
        int days = here(sample, times, shares, today);
        for (String step : LabSteps.after(sample.status())) {
            if (times.isUsual(step)) {
                days += drawn(times.days(step), shares.get(step));
            }
        }
        return days;
    }

    /** What is left of the step that a sample is in; a day at least where it has been in it as long as hardly any other. */
    private static int here(SampleCourse sample, StepTimes times, Map<String, Double> shares, LocalDate today) {
        List<Integer> known = times.days(sample.status());
        if (known.isEmpty()) {
            return 0;
        }
        int waited = (int) Math.max(
                0,
                sample.since()
                        .map(since -> ChronoUnit.DAYS.between(since, today))
                        .orElse(0L));
        List<Integer> longer = known.stream().filter(stay -> stay > waited).toList();
        List<Integer> like = longer.size() >= ENOUGH_LONGER
                ? longer
                : known.subList(Math.max(0, known.size() - ENOUGH_LONGER), known.size());
        return Math.max(1, drawn(like, shares.get(sample.status())) - waited);
    }

    private static int drawn(List<Integer> ascending, double share) {
        return ascending.isEmpty() ? 0 : ascending.get((int) (share * ascending.size()));
    }
}
