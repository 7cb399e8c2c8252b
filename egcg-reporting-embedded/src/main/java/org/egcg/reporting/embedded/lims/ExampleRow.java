package org.egcg.reporting.embedded.lims;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.egcg.reporting.yaml.Section;

/** What the sections of {@code example_lims.yaml} have in common. */
final class ExampleRow {

    private static final LocalDateTime STEP = LocalDateTime.of(2018, 2, 10, 0, 0);

    private ExampleRow() {}

    /** What stands under a name, which must have come before. */
    static <T> T found(Map<String, T> known, Section section, String key, String name) {
        if (!known.containsKey(name)) {
            throw section.wrong(key, "there is no " + name + " before it");
        }
        return known.get(name);
    }

    static Map<String, String> fields(Section section) {
        Map<String, String> fields = new LinkedHashMap<>();
        Section written = section.section("udfs");
        written.keys()
                .forEach(name -> fields.put(name, written.optionalText(name).orElse(null)));
        return fields;
    }

    /** A list, or a single one. */
    static List<String> texts(Section section, String key) {
        return section.isList(key)
                ? section.texts(key)
                : new ArrayList<>(section.optionalText(key).stream().toList());
    }

    static LocalDateTime created(Section step) {
        return step.moment("created_date").orElse(STEP);
    }
}
