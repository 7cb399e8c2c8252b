package org.egcg.reporting.web.reading;

import java.time.LocalDateTime;
import java.util.Arrays;

/** The spans of time that the chart of lanes can be cut to. */
public enum ChartPeriod {
    LAST_MONTH("last_month", "Last 30 days", 30),
    LAST_3_MONTHS("last_3_months", "Last 3 months", 92),
    LAST_12_MONTHS("last_12_months", "Last 12 months", 365);

    private static final String BEFORE = "seq/";

    private final String word;
    private final String label;
    private final int days;

    ChartPeriod(String word, String label, int days) {
        this.word = word;
        this.label = label;
        this.days = days;
    }

    /** The period that the end of an address names. */
    public static ChartPeriod of(String parameter) {
        return Arrays.stream(values())
                .filter(period -> parameter.equals(BEFORE + period.word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no period is called " + parameter));
    }

    public String href() {
        return "/charts/" + BEFORE + word;
    }

    String word() {
        return word;
    }

    public String label() {
        return label;
    }

    /** Whether no longer one can be chosen. */
    public boolean isLongest() {
        return this == LAST_12_MONTHS;
    }

    LocalDateTime since(LocalDateTime now) {
        return now.minusDays(days);
    }
}
