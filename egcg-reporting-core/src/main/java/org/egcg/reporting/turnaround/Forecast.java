package org.egcg.reporting.turnaround;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
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
        List<Place> places =
                open.stream().map(sample -> Place.of(sample, today)).distinct().toList();
        List<Waiting> waiting =
                places.stream().map(place -> Waiting.of(place, times)).toList();
        Random random = new Random(seed(open));
        int[] days = new int[COURSES];
        for (int course = 0; course < COURSES; course++) {
            double[] shares = random.doubles(LabSteps.ALL.size()).toArray();
            int[] behind = behind(times, shares);
            days[course] = waiting.stream()
                    .mapToInt(sample -> sample.remaining(shares) + behind[sample.step + 1])
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

    /** The days that are drawn for a step and all behind it, by the number of the step. */
    private static int[] behind(StepTimes times, double[] shares) {
        int[] behind = new int[shares.length + 1];
        for (int step = shares.length - 1; step >= 0; step--) {
            String name = LabSteps.ALL.get(step);
            behind[step] = behind[step + 1] + (times.isUsual(name) ? drawn(times.days(name), shares[step]) : 0);
        }
        return behind;
    }

    /**
     * Where a sample is; those in one place have the same way before them.
     *
     * @param waited days in its step
     */
    private record Place(String status, int waited) {

        static Place of(SampleCourse sample, LocalDate today) {
            long waited = sample.since()
                    .map(since -> ChronoUnit.DAYS.between(since.toLocalDate(), today))
                    .orElse(0L);
            return new Place(sample.status(), (int) Math.max(0, waited));
        }
    }

    /**
     * What is left of the step that a sample is in.
     *
     * @param step its number; -1 for a status that is none
     * @param stays of others that stayed as long, ascending
     */
    private record Waiting(int step, int waited, List<Integer> stays) {

        static Waiting of(Place place, StepTimes times) {
            List<Integer> known = times.days(place.status);
            List<Integer> longer =
                    known.stream().filter(stay -> stay > place.waited).toList();
            List<Integer> like = longer.size() >= ENOUGH_LONGER
                    ? longer
                    : known.subList(Math.max(0, known.size() - ENOUGH_LONGER), known.size());
            return new Waiting(LabSteps.ALL.indexOf(place.status), place.waited, like);
        }

        /** A day at least where it has been in it as long as hardly any other. */
        int remaining(double[] shares) {
            return stays.isEmpty() ? 0 : Math.max(1, drawn(stays, shares[step]) - waited);
        }
    }

    private static int drawn(List<Integer> ascending, double share) {
        return ascending.isEmpty() ? 0 : ascending.get((int) (share * ascending.size()));
    }
}
