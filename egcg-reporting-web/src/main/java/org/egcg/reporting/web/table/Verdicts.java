package org.egcg.reporting.web.table;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Which sign stands before the word of a state. */
public final class Verdicts {

    private static final Map<String, Set<String>> WORDS = Map.of(
            "pass",
                    Set.of(
                            "pass",
                            "passed",
                            "yes",
                            "match",
                            "female",
                            "male",
                            "finished",
                            "runcompleted",
                            "reviewed",
                            "open"),
            "fail",
                    Set.of(
                            "fail",
                            "failed",
                            "no",
                            "mismatch",
                            "aborted",
                            "errored",
                            "runfailed",
                            "runerrored",
                            "runaborted",
                            "error"),
            "busy", Set.of("processing", "runstarted", "running", "resume"),
            "warn",
                    Set.of(
                            "warn",
                            "genotype missing",
                            "incorrect",
                            "possible gender mismatch",
                            "unknown",
                            "to review",
                            "force_ready",
                            "reprocess"));

    private Verdicts() {}

    /** {@code pass}, {@code fail}, {@code warn}, {@code busy}, or {@code idle} for what is not decided. */
    public static String style(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return WORDS.entrySet().stream()
                .filter(style -> style.getValue().contains(lower))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("idle");
    }
}
