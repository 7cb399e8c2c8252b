package org.egcg.reporting.lims;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bson.BsonDocument;
import org.egcg.reporting.error.ReportingException.Malformed;

/**
 * The arguments of each report and the keys of its {@code match}, with their meanings. An unknown one is refused: whoever
 * sends it expects it to choose something, and would be answered everything.
 */
public final class LimsVocabulary {

    /** Clients add these to every request, and some add a number against caches. */
    private static final Set<String> HARMLESS = Set.of("match", "page", "max_results", "pretty", "_");

    private static final String DATE = "; " + LimsTime.FORMS;
    private static final Map<String, String> MEANINGS = Map.ofEntries(
            Map.entry("project_id", "A project, or a list of them."),
            Map.entry("sample_id", "A sample, or a list of them."),
            Map.entry("container_id", "A plate, or a list of them."),
            Map.entry("project_status", "open, closed or all; open if it is absent."),
            Map.entry("run_id", "A run."),
            Map.entry("run_ids", "A list of runs."),
            Map.entry("createddate", "After this day" + DATE + "."),
            Map.entry("process_limit_date", "What was done up to this moment" + DATE + "."),
            Map.entry("status", "current or recent; all runs if it is absent."),
            Map.entry("detailed", "true: with the processes of each sample."),
            Map.entry("flatten", "true: one item for each well."),
            Map.entry("complete", "true: with everything that the LIMS knows under its own name."),
            Map.entry("time_from", "Steps after this day" + DATE + "."),
            Map.entry("time_to", "Steps before this day" + DATE + "."));

    private static final List<String> STATUS = List.of("detailed", "complete");
    private static final List<String> WELLS = List.of("time_from", "time_to", "flatten", "complete");
    private static final List<String> PROGRESS =
            List.of("project_id", "sample_id", "project_status", "createddate", "process_limit_date");
    private static final List<String> CONTAINERS = List.of("project_id", "sample_id", "container_id");

    private static final Map<String, List<String>> ARGUMENTS = Map.of(
            "project_info", List.of("complete"),
            "sample_info", List.of("complete"),
            "project_status", STATUS,
            "plate_status", STATUS,
            "sample_status", STATUS,
            "library_info", WELLS,
            "sample_qc_info", WELLS,
            "genotyping_info", WELLS,
            "run_status", List.of("status", "createddate", "complete"));

    private static final Map<String, List<String>> KEYS = Map.of(
            "project_info", List.of("project_id", "project_status"),
            "sample_info", List.of("project_id", "sample_id", "project_status", "createddate"),
            "project_status", PROGRESS,
            "plate_status", PROGRESS,
            "sample_status", PROGRESS,
            "library_info", CONTAINERS,
            "sample_qc_info", CONTAINERS,
            "genotyping_info", CONTAINERS,
            "run_status", List.of("run_id", "run_ids"));

    private LimsVocabulary() {}

    /** Whether there is a report of this name. */
    static boolean knows(String report) {
        return KEYS.containsKey(report);
    }

    /** The arguments of a report besides {@code match}, with their meanings. */
    public static Map<String, String> arguments(String report) {
        return meanings(ARGUMENTS.getOrDefault(report, List.of()));
    }

    /** The keys of a report's {@code match}, with their meanings. */
    public static Map<String, String> keys(String report) {
        return meanings(KEYS.getOrDefault(report, List.of()));
    }

    private static Map<String, String> meanings(List<String> names) {
        Map<String, String> meanings = new TreeMap<>();
        names.forEach(name -> meanings.put(name, MEANINGS.get(name)));
        return meanings;
    }

    /** @throws Malformed if an argument or key means nothing to a report; the message names it and those that are known */
    static void check(String report, Collection<String> arguments, BsonDocument match) {
        Set<String> known = new TreeSet<>(HARMLESS);
        known.addAll(ARGUMENTS.getOrDefault(report, List.of()));
        check("argument of lims/" + report, arguments, known);
        check("key of match of lims/" + report, match.keySet(), new TreeSet<>(KEYS.getOrDefault(report, List.of())));
    }

    private static void check(String what, Collection<String> given, Set<String> known) {
        given.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw new Malformed(name + ": no " + what + "; known are " + String.join(", ", known));
        });
    }
}
