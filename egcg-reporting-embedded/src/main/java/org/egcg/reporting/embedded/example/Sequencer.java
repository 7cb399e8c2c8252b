package org.egcg.reporting.embedded.example;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A sequencer of the facility, and when it was at work. */
record Sequencer(
        String instrument,
        Model model,
        LocalDate first,
        LocalDate last,
        int everyDays,
        int number,
        int numbersBetween) {

    /** All of the facility. Their numbers lead up to those of the runs of autumn 2026. */
    static final List<Sequencer> ALL = List.of(
            new Sequencer("E00306", Model.HISEQ_X, day("2024-12-05"), day("2026-06-01"), 44, 241, 6),
            new Sequencer("E00397", Model.HISEQ_X, day("2024-12-17"), day("2026-09-01"), 46, 86, 3),
            new Sequencer("M04034", Model.MISEQ, day("2024-12-03"), day("2026-11-24"), 22, 412, 3),
            new Sequencer("NB501582", Model.NEXTSEQ_500, day("2024-12-09"), day("2026-11-20"), 30, 198, 4),
            new Sequencer("A00718", Model.NOVASEQ_6000, day("2025-01-14"), day("2026-11-26"), 42, 87, 5),
            new Sequencer("LH00287", Model.NOVASEQ_X, day("2025-10-07"), day("2026-11-24"), 41, 3, 4));

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    /** The days on which runs were started, on weekdays; the last one is the last day. */
    List<LocalDate> days() {
        return Stream.concat(
                        Stream.iterate(first, day -> day.isBefore(last.minusDays(5)), day -> day.plusDays(everyDays))
                                .map(Sequencer::weekday),
                        Stream.of(last))
                .toList();
    }

    private static LocalDate weekday(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY
                ? day.plusDays(2)
                : day.getDayOfWeek() == DayOfWeek.SUNDAY ? day.plusDays(1) : day;
    }

    /** The name that the sequencer gives to a run: NovaSeq X writes the year in full. */
    String runId(LocalDate day, int index) {
        String date = DateTimeFormatter.ofPattern(model == Model.NOVASEQ_X ? "yyyyMMdd" : "yyMMdd", Locale.ROOT)
                .format(day);
        int running = number + index * numbersBetween;
        String flowCell = model.flowCell(running, new Chance(instrument + day));
        return String.format(Locale.ROOT, "%s_%s_%04d_%s", date, instrument, running, flowCell);
    }
}
