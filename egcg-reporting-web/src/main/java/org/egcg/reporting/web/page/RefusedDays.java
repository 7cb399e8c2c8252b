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
 * @param entered what was, by the fields
 */
record RefusedDays(Map<Field, String> entered) {

    /** The fields of lists that go from one day until before another. */
    static final List<Field> FROM_BEFORE = List.of(new Field("from", "From"), new Field("to", "Before"));

    /**
     * A field of a form.
     *
     * @param label what the form calls it
     */
    record Field(String name, String label) {}

    /**
     * @param asked what was entered in all fields, by their names
     * @param accepted whether it makes sense
     */
    static RefusedDays of(List<Field> fields, Map<String, String> asked, Predicate<String> accepted) {
        Map<Field, String> entered = new LinkedHashMap<>();
        for (Field field : fields) {
            String value = asked.getOrDefault(field.name(), "");
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
        return entered.keySet().stream().anyMatch(one -> one.name().equals(field));
    }

    /** What is wrong with which field, and how to write it; empty text if nothing is. */
    String sentence() {
        return isEmpty()
                ? ""
                : entered.entrySet().stream()
                                .map(one -> one.getKey().label() + ": “" + Misread.quoted(one.getValue())
                                        + "” is not a date")
                                .collect(Collectors.joining("; "))
                        + ". Write dates like 2026-11-28.";
    }
}
