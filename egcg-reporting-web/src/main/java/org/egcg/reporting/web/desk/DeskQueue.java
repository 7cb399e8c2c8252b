package org.egcg.reporting.web.desk;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.egcg.reporting.web.table.NameOrder;
import org.egcg.reporting.web.table.Quantity;

/** Everything that waits for a decision: what is longest over its term first, then what has waited longest. */
public record DeskQueue(List<Waiting> all) {

    private static final Comparator<Waiting> ORDER = Comparator.comparing(Waiting::over)
            .reversed()
            .thenComparing(Waiting::since)
            .thenComparing(Waiting::id, NameOrder.NATURAL);

    public DeskQueue {
        all = all.stream().sorted(ORDER).toList();
    }

    /**
     * What is of one kind and of one project.
     *
     * @param project empty text for all
     */
    public DeskQueue of(Optional<DeskKind> kind, String project) {
        return new DeskQueue(all.stream()
                .filter(one -> kind.isEmpty() || one.kind() == kind.get())
                .filter(one -> project.isEmpty() || one.projects().contains(project))
                .toList());
    }

    public int size() {
        return all.size();
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    public long urgent() {
        return all.stream().filter(Waiting::urgent).count();
    }

    public Optional<Waiting> named(String key) {
        return all.stream().filter(one -> one.key().equals(key)).findFirst();
    }

    /**
     * That nothing of one kind and of one project waits.
     *
     * @param project empty text for all
     */
    public static String absence(Optional<DeskKind> kind, String project) {
        String what =
                kind.map(one -> "No " + one.label().toLowerCase(Locale.ROOT)).orElse("Nothing");
        String whose = project.isEmpty() ? "" : " of project " + project;
        return what + whose + (kind.isPresent() ? " wait" : " waits") + " for a decision";
    }

    /**
     * What waits that is not of one kind and of one project, in a sentence; empty text if nothing does.
     *
     * @param project empty text for all
     */
    public String others(Optional<DeskKind> kind, String project) {
        DeskQueue these = of(kind, project);
        List<Waiting> rest =
                all.stream().filter(one -> !these.all().contains(one)).toList();
        if (rest.isEmpty()) {
            return "";
        }
        boolean one = rest.size() == 1;
        String what = Arrays.stream(DeskKind.values())
                .filter(any -> rest.stream().anyMatch(waiting -> waiting.kind() == any))
                .map(any -> one ? any.word() : any.resource())
                .collect(Collectors.joining(" and "));
        boolean elsewhere = !project.isEmpty()
                && rest.stream().noneMatch(waiting -> waiting.projects().contains(project));
        return Quantity.count(rest.size()) + " " + what
                + (elsewhere ? one ? " of another project" : " of other projects" : "")
                + (one ? " waits." : " wait.");
    }

    /**
     * How much waits of each project, by name.
     *
     * @param asked one that is named also where nothing of it waits; empty text for none
     */
    public Map<String, Integer> projects(String asked) {
        Map<String, Integer> counts = new TreeMap<>(NameOrder.NATURAL);
        all.forEach(one -> one.projects().forEach(project -> counts.merge(project, 1, Integer::sum)));
        if (!asked.isEmpty()) {
            counts.putIfAbsent(asked, 0);
        }
        return counts;
    }
}
