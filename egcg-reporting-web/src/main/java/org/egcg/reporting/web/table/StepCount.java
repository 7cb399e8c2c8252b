package org.egcg.reporting.web.table;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.egcg.reporting.turnaround.LabSteps;
import org.egcg.reporting.web.table.CellValue.InStatus;

/**
 * How many samples of some rows are in a step of the laboratory.
 *
 * @param status what the LIMS calls the step
 * @param days since the last sample came into it; empty if none is there, or the step has no age
 */
public record StepCount(String name, String status, int count, Optional<Long> days) {

    /** The steps that are columns of the rows, in their order. */
    public static List<StepCount> of(Rows rows, LocalDateTime now) {
        List<StepCount> steps = new ArrayList<>();
        for (Column column : rows.layout().columns()) {
            if (column.format().samples() && column.visible()) {
                steps.add(of(column, rows, now));
            }
        }
        return steps;
    }

    private static StepCount of(Column column, Rows rows, LocalDateTime now) {
        List<InStatus> states = rows.rows().stream()
                .map(row -> row.value(column.id()))
                .filter(InStatus.class::isInstance)
                .map(InStatus.class::cast)
                .toList();
        List<String> names = column.path().names();
        return new StepCount(
                LabSteps.name(names.get(names.size() - 1)),
                names.get(names.size() - 1),
                states.stream().mapToInt(state -> state.items().size()).sum(),
                column.format().aged()
                        ? states.stream()
                                .flatMap(state -> state.days(now).stream())
                                .max(Long::compare)
                        : Optional.empty());
    }

    /** How old it is in words; empty text for a step without samples or without an age. */
    public String age() {
        return days.map(number -> "for " + Quantity.count(number, "day").replace(' ', '\u00a0'))
                .orElse("");
    }

    /** The style of its age: {@code none}, {@code week}, {@code fortnight} or {@code month}. */
    public String style() {
        return days.map(StatusAge::of).orElse(StatusAge.NONE).name().toLowerCase(Locale.ROOT);
    }
}
