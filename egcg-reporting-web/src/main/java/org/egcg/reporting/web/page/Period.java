package org.egcg.reporting.web.page;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;

/** The spans of time that lists can be cut to. */
enum Period {
    RECENT("recent", "Recent") {
        @Override
        Optional<LocalDateTime> since(LocalDateTime now) {
            return Optional.of(now.minusDays(30));
        }
    },
    CURRENT_YEAR("current_year", "Current year") {
        @Override
        Optional<LocalDateTime> since(LocalDateTime now) {
            return Optional.of(now.truncatedTo(ChronoUnit.DAYS).withDayOfYear(1));
        }

        @Override
        String title(LocalDateTime now) {
            return String.valueOf(now.getYear());
        }
    },
    LAST_12_MONTHS("last_12_months", "Last 12 months") {
        @Override
        Optional<LocalDateTime> since(LocalDateTime now) {
            return Optional.of(now.minusDays(365));
        }
    },
    ALL("all", "All") {
        @Override
        Optional<LocalDateTime> since(LocalDateTime now) {
            return Optional.empty();
        }
    };

    private final String word;
    private final String label;

    Period(String word, String label) {
        this.word = word;
        this.label = label;
    }

    static Period of(String word) {
        return Arrays.stream(values())
                .filter(period -> period.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no period is called " + word));
    }

    String word() {
        return word;
    }

    String label() {
        return label;
    }

    /** What stands before "Runs" and the like in a title. */
    String title(LocalDateTime now) {
        return label;
    }

    /** The moment from which on things count; empty if all do. */
    abstract Optional<LocalDateTime> since(LocalDateTime now);
}
