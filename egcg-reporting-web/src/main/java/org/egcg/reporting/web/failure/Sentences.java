package org.egcg.reporting.web.failure;

import org.egcg.reporting.error.ReportingException;

/** What people are told of a failure. */
public final class Sentences {

    private Sentences() {}

    /** What was refused, in the cause's own words. */
    public static String of(ReportingException cause) {
        return cause instanceof ReportingException.Unavailable away ? away(away.dependency()) : cause.getMessage();
    }

    /** The same as a whole sentence: with a capital letter and a full stop. */
    public static String whole(ReportingException cause) {
        String words = String.valueOf(of(cause));
        String begun = words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
        return begun.endsWith(".") ? begun : begun + ".";
    }

    /** @param dependency as {@link ReportingException.Unavailable} names it */
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
    public static String without(String dependency) {
        return away(dependency) + " Its columns are empty for now.";
    }
}
