package org.egcg.reporting.web.reading;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.egcg.reporting.error.ReportingException;

/** Sentences that several pages say alike. */
public final class Wording {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", Locale.ENGLISH);

    private Wording() {}

    public static String away(String dependency) {
        return switch (dependency) {
            case "store" -> "The document store does not answer.";
            case "lims" -> "The LIMS does not answer.";
            case "store and lims" -> "Neither the document store nor the LIMS answers.";
            case "clarity" -> "Clarity does not answer.";
            default -> "The " + dependency + " does not answer.";
        };
    }

    /** What stands above rows of which one source is missing. */
    static String without(String dependency) {
        return away(dependency) + " Its columns are empty for now.";
    }

    static String day(LocalDateTime date) {
        return DAY.format(date);
    }

    static String minute(LocalDateTime date) {
        return MINUTE.format(date);
    }

    /** Why nothing was done, as a sentence. */
    public static String sentence(ReportingException refused) {
        if (refused instanceof ReportingException.Unavailable away) {
            return away(away.dependency());
        }
        String message = String.valueOf(refused.getMessage());
        String begun = message.isEmpty() ? message : Character.toUpperCase(message.charAt(0)) + message.substring(1);
        return begun.endsWith(".") ? begun : begun + ".";
    }
}
