package org.egcg.reporting.web.home;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.egcg.reporting.web.table.Quantity;

/**
 * Samples that should have moved and did not, for one reason.
 *
 * @param samples their names, and {@code projects} those that they belong to
 * @param where the reason, as in "5 in sequencing queue"
 * @param oldest how long the one that has waited longest has
 */
record Omission(Set<String> samples, Set<String> projects, String where, String note, Duration oldest) {

    static Omission of(Collection<Stay> stays, String where, String note) {
        Set<String> samples = new TreeSet<>();
        Set<String> projects = new TreeSet<>();
        stays.forEach(stay -> {
            samples.add(stay.sample());
            projects.add(stay.project());
        });
        Duration oldest =
                stays.stream().map(Stay::lasts).max(Comparator.naturalOrder()).orElse(Duration.ZERO);
        return new Omission(samples, projects, where, note, oldest);
    }

    static Omission of(Map<String, String> projectsBySample, Duration oldest, String where, String note) {
        return new Omission(
                new TreeSet<>(projectsBySample.keySet()),
                new TreeSet<>(projectsBySample.values()),
                where,
                note,
                oldest);
    }

    private Item item() {
        return new Item(Quantity.count(samples.size()) + " " + where, note, TableLinks.samples(projects, samples));
    }

    /** All of them as one line. */
    static Line line(List<Omission> omissions) {
        Set<String> samples = new TreeSet<>();
        Set<String> projects = new TreeSet<>();
        List<Item> items = new ArrayList<>();
        int named = 0;
        for (Omission omission : omissions) {
            named += omission.samples().size();
            samples.addAll(omission.samples());
            projects.addAll(omission.projects());
            items.add(omission.item());
        }
        return new Line(
                Urgency.SOON,
                samples.size(),
                "Samples that should have moved",
                "Longer in one step than 95 of 100 samples of the last year (over 4 weeks where too few are known),"
                        + " or left behind by the next"
                        + (named > samples.size() ? "; some in two lists" : ""),
                omissions.stream()
                        .map(Omission::oldest)
                        .max(Comparator.naturalOrder())
                        .orElse(Duration.ZERO),
                items,
                TableLinks.samples(projects, samples));
    }
}
