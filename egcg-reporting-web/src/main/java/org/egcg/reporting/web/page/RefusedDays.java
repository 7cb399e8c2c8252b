package org.egcg.reporting.web.page;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.egcg.reporting.web.table.Misread;

/**
 * Fields of a form in which something was entered that is no day.
 *
 * @param entered what was, by the names of the fields
 */
record RefusedDays(Map<String, String> entered) {

    /**
     * @param asked what was entered in all fields
     * @param accepted whether it makes sense
     */
    static RefusedDays of(List<String> fields, Map<String, String> asked, Predicate<String> accepted) {
        Map<String, String> entered = new LinkedHashMap<>();
        for (String field : fields) {
            String value = asked.getOrDefault(field, "");
            if (!value.isBlank() && !accepted.test(value)) {
                entered.put(field, value);
            }
        }
        return new RefusedDays(entered);
    }

    /** Whether a text names a day. */
    static boolean isDay(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeException noDay) {
            return false;
        }
    }

    boolean isEmpty() {
        return entered.isEmpty();
    }

    boolean contains(String field) {
        return entered.containsKey(field);
    }

    /** What is wrong, and how to write it; empty text if nothing is. */
    String sentence() {
        List<String> values = entered.values().stream()
                .map(value -> "“" + Misread.quoted(value) + "”")
                .distinct()
                .toList();
        if (values.isEmpty()) {
            return "";
        }
        return values.stream().collect(Collectors.joining(" and "))
                + (values.size() == 1 ? " is no day: write it as " : " are no days: write them as ")
                + "2026-11-28.";
    }
}
