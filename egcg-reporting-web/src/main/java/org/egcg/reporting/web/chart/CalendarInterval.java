package org.egcg.reporting.web.chart;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Optional;
import org.egcg.reporting.web.date.Dates;

/** The spans of time that days are gathered in. Weeks are those of ISO 8601, with the year that the week belongs to. */
public enum CalendarInterval {
    WEEK("week", "Week", "Weeks") {
        @Override
        public LocalDate start(LocalDate day) {
            return day.minusDays(day.getDayOfWeek().getValue() - 1L);
        }

        @Override
        public String text(LocalDate start) {
            return "Week " + start.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR) + " " + start.get(IsoFields.WEEK_BASED_YEAR);
        }
    },
    MONTH("month", "Month", "Months") {
        @Override
        public LocalDate start(LocalDate day) {
            return day.withDayOfMonth(1);
        }

        @Override
        public String text(LocalDate start) {
            return Dates.month(start);
        }
    },
    QUARTER("quarter", "Quarter", "Quarter") {
        @Override
        public LocalDate start(LocalDate day) {
            return LocalDate.of(day.getYear(), day.getMonth().firstMonthOfQuarter(), 1);
        }

        @Override
        public String text(LocalDate start) {
            return "Q" + start.get(IsoFields.QUARTER_OF_YEAR) + " " + start.getYear();
        }
    };

    private final String word;
    private final String label;
    private final String plural;

    CalendarInterval(String word, String label, String plural) {
        this.word = word;
        this.label = label;
        this.plural = plural;
    }

    /** The span of a word of an address. */
    public static Optional<CalendarInterval> of(String word) {
        return java.util.Arrays.stream(values())
                .filter(span -> span.word.equals(word))
                .findFirst();
    }

    public String word() {
        return word;
    }

    public String label() {
        return label;
    }

    /** What a choice of spans calls it. */
    public String plural() {
        return plural;
    }

    /** The first day of the span that a day is in. */
    public abstract LocalDate start(LocalDate day);

    /** What the span that begins on a day is called. */
    public abstract String text(LocalDate start);
}
