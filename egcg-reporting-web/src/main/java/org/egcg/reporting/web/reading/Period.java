package org.egcg.reporting.web.reading;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;

/** The spans of time that lists can be cut to. */
public enum Period {
    RECENT("recent", "Recent") {
        @Override
        public Optional<LocalDateTime> since(LocalDateTime now) {
            return Optional.of(now.minusDays(30));
        }
    },
    CURRENT_YEAR("current_year", "Current year") {
        @Override
        public Optional<LocalDateTime> since(LocalDateTime now) {
            return Optional.of(now.truncatedTo(ChronoUnit.DAYS).withDayOfYear(1));
        }

        @Override
        public String title(LocalDateTime now) {
            return String.valueOf(now.getYear());
        }
    },
    LAST_12_MONTHS("last_12_months", "Last 12 months") {
        @Override
        public Optional<LocalDateTime> since(LocalDateTime now) {
            return Optional.of(now.minusDays(365));
        }
    },
    ALL("all", "All") {
        @Override
        public Optional<LocalDateTime> since(LocalDateTime now) {
            return Optional.empty();
        }
    };

    private final String word;
    private final String label;

    Period(String word, String label) {
        this.word = word;
        this.label = label;
    }

    public static Period of(String word) {
        return Arrays.stream(values())
                .filter(period -> period.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no period is called " + word));
    }

    public String word() {
        return word;
    }

    public String label() {
        return label;
    }

    /** What stands before "Runs" and the like in a title. */
    public String title(LocalDateTime now) {
        return label;
    }

    /** The moment from which on things count; empty if all do. */
    public abstract Optional<LocalDateTime> since(LocalDateTime now);
}
