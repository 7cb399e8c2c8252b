package org.egcg.reporting.lims;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.egcg.reporting.lims.StatusDefinitions.Special;
import org.egcg.reporting.yaml.Section;

/** Reads the status definitions; whatever cannot be meant is refused with file, key and reason. */
public final class StatusDefinitionsFile {

    private static final String NAMES = "status_names";
    private static final String ORDER = "status_order";
    private static final String STARTED = "started_steps";
    private static final Set<String> KEYS = Set.of(
            NAMES,
            ORDER,
            "step_completed_to_status",
            "step_queued_to_status",
            "additional_step_completed",
            "library_type_step_completed",
            "library_planned_alias",
            STARTED,
            "protocol_names");

    private final Section file;
    private final Map<String, String> names;

    StatusDefinitionsFile(Section file) {
        this.file = file.allowOnly(KEYS);
        this.names = texts(file.section(NAMES));
    }

    /**
     * Reads the definitions.
     *
     * @throws org.egcg.reporting.error.ReportingException.Misconfigured if a status is unknown, a step stands twice in a
     *     table, or the order is missing
     */
    public static StatusDefinitions read(Section file) {
        return new StatusDefinitionsFile(file).definitions();
    }

    private StatusDefinitions definitions() {
        return new StatusDefinitions(
                order(),
                table("step_completed_to_status"),
                table("step_queued_to_status"),
                table("additional_step_completed"),
                table("library_type_step_completed"),
                table("library_planned_alias"),
                Set.copyOf(once(STARTED, file.texts(STARTED))),
                table("protocol_names"),
                new Special(
                        names.getOrDefault("FINISHED", "finished"),
                        names.getOrDefault("SAMPLE_REMOVED", "removed"),
                        names.getOrDefault("INVOICED", "invoiced")));
    }

    private List<String> order() {
        List<String> order = once(ORDER, file.texts(ORDER));
        if (order.isEmpty()) {
            throw file.wrong(ORDER, "must name at least one status");
        }
        return order.stream().map(name -> named(file, ORDER, name)).toList();
    }

    private Map<String, String> table(String key) {
        Section table = file.section(key);
        Map<String, String> statuses = new LinkedHashMap<>();
        table.keys().forEach(step -> statuses.put(step, named(table, step, table.text(step))));
        return statuses;
    }

    private String named(Section section, String key, String shortForm) {
        if (!names.containsKey(shortForm)) {
            throw section.wrong(key, "unknown status " + shortForm + "; " + NAMES + " does not list it");
        }
        return names.get(shortForm);
    }

    private static Map<String, String> texts(Section section) {
        Map<String, String> texts = new LinkedHashMap<>();
        section.keys().forEach(key -> texts.put(key, section.text(key)));
        return texts;
    }

    private List<String> once(String key, List<String> members) {
        Set<String> seen = new HashSet<>();
        for (String member : members) {
            if (!seen.add(member)) {
                throw file.wrong(key, member + " stands there twice");
            }
        }
        return members;
    }
}
