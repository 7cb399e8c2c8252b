package org.egcg.reporting.web.home;

import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.egcg.reporting.lims.SampleCourse;
import org.egcg.reporting.turnaround.LabSteps;
import org.egcg.reporting.turnaround.Usual;
import org.egcg.reporting.web.table.NameOrder;
import org.egcg.reporting.web.table.Quantity;
import org.egcg.reporting.web.timeline.Elapsed;

/** Where samples are in the laboratory, which have been there for too long, and which projects take too long. */
final class LabQueues {

    /** The steps of the strip, with their names. */
    private static final Map<String, String> STEPS = steps();

    private static final String BIOINFORMATICS = "bioinformatics";
    private static final char NO_BREAK = '\u00a0';
    private static final int ENOUGH_STAYS = 20;
    private static final int ENOUGH_SAMPLES = 10;
    private static final double MOST_STAYS = 0.95;
    private static final double MOST_SAMPLES = 0.9;
    private static final Duration FOUR_WEEKS = Duration.ofDays(28);
    private static final Duration WEEK = Duration.ofDays(7);

    private final FacilitySnapshot reading;
    private final Map<String, List<Stay>> current = new TreeMap<>();
    private final Map<String, List<Duration>> lasted = new TreeMap<>();
    private final Set<String> projects = new TreeSet<>();

    private static Map<String, String> steps() {
        Map<String, String> steps = new LinkedHashMap<>();
        LabSteps.ALL.forEach(status -> steps.put(status, LabSteps.name(status)));
        return steps;
    }

    LabQueues(FacilitySnapshot reading) {
        this.reading = reading;
        for (SampleCourse sample : reading.samples()) {
            List<Stay> stays = Stay.of(sample, reading.local());
            String status = sample.status();
            for (Stay stay : stays) {
                if (!stay.isLast()) {
                    lasted.computeIfAbsent(stay.status(), any -> new ArrayList<>())
                            .add(stay.lasts());
                } else if (stay.status().equals(status)
                        && reading.open().contains(stay.project())
                        && STEPS.containsKey(status)) {
                    current.computeIfAbsent(status, any -> new ArrayList<>()).add(stay);
                    projects.add(stay.project());
                }
            }
        }
    }

    /** The steps in the order of the work; none if the LIMS has not answered. */
    List<LabStep> strip() {
        if (reading.samples().isEmpty()) {
            return List.of();
        }
        List<LabStep> strip = new ArrayList<>();
        STEPS.forEach((status, name) -> {
            List<Stay> here = current.getOrDefault(status, List.of());
            int late =
                    (int) here.stream().filter(stay -> isOver(stay, FOUR_WEEKS)).count();
            String column = "nb_" + status;
            strip.add(new LabStep(name, here.size(), late, "/project_status/?f." + column + "=%3E0&sort=-" + column));
        });
        return strip;
    }

    private static boolean isOver(Stay stay, Duration limit) {
        return stay.lasts().compareTo(limit) > 0;
    }

    int samples() {
        return current.values().stream().mapToInt(List::size).sum();
    }

    int projects() {
        return projects.size();
    }

    /** In the order of the work. */
    List<Omission> omissions() {
        List<Omission> omissions = new ArrayList<>();
        STEPS.keySet().stream().filter(current::containsKey).forEach(status -> {
            List<Stay> stays = current.get(status);
            Duration most = most(status);
            List<Stay> late = stays.stream()
                    .filter(stay -> !isWithoutData(stay))
                    .filter(stay -> isOver(stay, most))
                    .toList();
            if (!late.isEmpty()) {
                omissions.add(late(status, late, most));
            }
        });
        List<Stay> without = current.getOrDefault(BIOINFORMATICS, List.of()).stream()
                .filter(this::isWithoutData)
                .toList();
        if (!without.isEmpty()) {
            omissions.add(Omission.of(without, "sequenced, no data yet", "for over " + days(WEEK.toDays())));
        }
        return omissions;
    }

    /** Whether the sample has been sequenced for more than a week, and the pipelines have reported nothing of it. */
    private boolean isWithoutData(Stay stay) {
        return stay.status().equals(BIOINFORMATICS)
                && isOver(stay, WEEK)
                && reading.missing().stream().noneMatch(sentence -> sentence.contains("store"))
                && !reading.withData().contains(stay.sample());
    }

    /** How long 95 of 100 samples were in a status at most; four weeks where too few are known. */
    private Duration most(String status) {
        Usual usual = new Usual(lasted.getOrDefault(status, List.of()));
        Duration most = usual.isKnown(ENOUGH_STAYS) ? usual.quantile(MOST_STAYS) : FOUR_WEEKS;
        return most.compareTo(WEEK) < 0 ? WEEK : most;
    }

    private static Omission late(String status, List<Stay> late, Duration most) {
        long least = late.stream().mapToLong(Stay::days).min().orElseThrow();
        long longest = late.stream().mapToLong(Stay::days).max().orElseThrow();
        String from = days(least);
        String to = days(longest);
        String unit = to.substring(to.indexOf(NO_BREAK));
        String these = from.equals(to) ? to : (from.endsWith(unit) ? from.replace(unit, "") : from) + " to " + to;
        return Omission.of(
                late,
                "in " + STEPS.get(status).toLowerCase(Locale.ROOT).replace("qc", "QC"),
                "for " + these + ", limit " + days(most.toDays()));
    }

    /** Open projects that have taken longer than nine of ten samples of the last year. */
    Optional<Line> turnaround() {
        Usual usual = new Usual(reading.samples().stream()
                .filter(sample -> sample.status().equals("finished"))
                .flatMap(sample -> took(sample).stream())
                .toList());
        if (!usual.isKnown(ENOUGH_SAMPLES)) {
            return Optional.empty();
        }
        Duration most = usual.quantile(MOST_SAMPLES);
        Map<String, Duration> late = new TreeMap<>();
        for (SampleCourse sample : reading.samples()) {
            String project = sample.project().orElse("");
            if (reading.open().contains(project) && STEPS.containsKey(sample.status())) {
                sample.started()
                        .map(started ->
                                between(started.toLocalDate(), reading.local().toLocalDate()))
                        .filter(age -> age.compareTo(most) > 0)
                        .ifPresent(age ->
                                late.merge(project, age, (one, other) -> one.compareTo(other) < 0 ? other : one));
            }
        }
        return late.isEmpty() ? Optional.empty() : Optional.of(late(late, most));
    }

    private static Optional<Duration> took(SampleCourse sample) {
        return sample.started().flatMap(started -> sample.finished().map(done -> Duration.between(started, done)));
    }

    /** From date to date, as the list of open projects beside the chart of turnaround counts. */
    private static Duration between(LocalDate from, LocalDate to) {
        return Duration.ofDays(ChronoUnit.DAYS.between(from, to));
    }

    private static Line late(Map<String, Duration> late, Duration most) {
        Comparator<Map.Entry<String, Duration>> longest =
                Map.Entry.<String, Duration>comparingByValue().reversed();
        List<Item> items = late.entrySet().stream()
                .sorted(longest.thenComparing(Map.Entry.comparingByKey(NameOrder.NATURAL)))
                .limit(Line.SHOWN)
                .map(project -> new Item(
                        project.getKey(), weeks(project.getValue()), TableLinks.page("project", project.getKey())))
                .toList();
        return new Line(
                Urgency.SOON,
                late.size(),
                "Projects past their usual turnaround",
                "Received more than " + weeks(most) + " ago and not finished; 9 of 10 samples take less",
                late.values().stream().max(Comparator.naturalOrder()).orElseThrow(),
                items,
                TableLinks.named("/project_status/", "project_id", late.keySet()));
    }

    private static String days(long days) {
        return Elapsed.isYears(Duration.ofDays(days))
                ? Elapsed.years(Duration.ofDays(days))
                : Quantity.count(days) + NO_BREAK + "d";
    }

    private static String weeks(Duration span) {
        return Elapsed.isYears(span)
                ? Elapsed.years(span)
                : String.format(Locale.ROOT, "%.1f\u00a0weeks", span.toHours() / 168.0);
    }
}
