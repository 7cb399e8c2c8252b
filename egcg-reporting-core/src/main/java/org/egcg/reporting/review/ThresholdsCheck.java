package org.egcg.reporting.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.egcg.reporting.aggregation.FieldPath;
import org.egcg.reporting.aggregation.KnownFields;
import org.egcg.reporting.error.ReportingException.Misconfigured;
import org.egcg.reporting.instrument.Instruments;
import org.egcg.reporting.yaml.Section;

/** What is wrong with thresholds that can be read: each finding names file, key and reason. */
final class ThresholdsCheck {

    private final Section file;
    private final Map<String, SortedMap<String, MetricLimits>> groups;

    /** @param groups by their places in the file, such as {@code lane} or {@code sample.default} */
    ThresholdsCheck(Section file, Map<String, SortedMap<String, MetricLimits>> groups) {
        this.file = file;
        this.groups = groups;
    }

    /** A limit, and where it stands. */
    private record Place(String group, String metric, int number, Threshold threshold) {

        Misconfigured wrong(Section file, String key, String reason) {
            Section entry = section(file, group).section(metric);
            return number < 0
                    ? section(file, group).wrong(metric, reason)
                    : entry.sections("cases").get(number).wrong(key, reason);
        }

        String words() {
            return group + "." + metric + (number < 0 ? "" : ".cases[" + number + "]");
        }
    }

    private static Section section(Section file, String group) {
        return group.startsWith("sample.")
                ? file.section("sample").section(group.substring("sample.".length()))
                : file.section(group);
    }

    private List<Place> places() {
        List<Place> places = new ArrayList<>();
        groups.forEach((group, metrics) -> metrics.forEach((metric, limits) -> {
            places.add(new Place(group, metric, -1, limits.common()));
            for (int number = 0; number < limits.cases().size(); number++) {
                places.add(new Place(group, metric, number, limits.cases().get(number)));
            }
        }));
        return places;
    }

    /** Two limits of which none is more specific, although both may hold for the same. */
    void refuseEquals() {
        Map<String, List<Place>> known = new TreeMap<>();
        for (Place place : places()) {
            String subject = place.group().replaceFirst("\\..*", "") + "/" + place.metric();
            List<Place> others = known.computeIfAbsent(subject, first -> new ArrayList<>());
            Optional<Place> equal = others.stream()
                    .filter(other -> other.threshold()
                            .when()
                            .isAsSpecificAs(place.threshold().when()))
                    .findFirst();
            if (equal.isPresent()) {
                throw place.wrong(
                        file,
                        "when",
                        "is as specific as " + equal.get().words() + ": which of them holds cannot be told");
            }
            others.add(place);
        }
    }

    void refuseUnknownFields(KnownFields known, Map<String, SortedMap<String, MetricLimits>> packaged) {
        for (Place place : places()) {
            Threshold threshold = place.threshold();
            MetricLimits brought =
                    packaged.getOrDefault(place.group(), new TreeMap<>()).get(place.metric());
            if (brought == null || !brought.common().looksAt().equals(threshold.looksAt())) {
                String resource = resource(place.group());
                threshold.looksAt().stream()
                        .sorted()
                        .filter(path -> !known.has(resource, FieldPath.of(path)))
                        .findFirst()
                        .ifPresent(path -> {
                            throw section(file, place.group())
                                    .wrong(
                                            place.metric(),
                                            "nothing computes " + path + ", and no field of " + resource
                                                    + " is called so");
                        });
            }
        }
    }

    private static String resource(String group) {
        for (Subject subject : Subject.values()) {
            if (group.equals(subject.group())) {
                return subject.resource();
            }
        }
        return Subject.SAMPLE.resource();
    }

    void refuseUnknownModels(Instruments instruments) {
        for (Place place : places()) {
            refuse(place, Circumstance.INSTRUMENT, "instrument model", instruments.models());
            refuse(place, Circumstance.FLOW_CELL, "type of flow cell", instruments.flowCells());
        }
    }

    private void refuse(Place place, Circumstance circumstance, String what, List<String> known) {
        place.threshold().when().wanted().getOrDefault(circumstance, java.util.Set.of()).stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw place.wrong(
                            file,
                            "when",
                            "no " + what + " is called " + name + "; " + Instruments.FILE + " has "
                                    + String.join(", ", known));
                });
    }
}
