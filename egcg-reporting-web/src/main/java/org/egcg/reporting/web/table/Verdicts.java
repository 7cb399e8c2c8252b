package org.egcg.reporting.web.table;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Which sign stands before the word of a state. */
public final class Verdicts {

    private static final Map<String, Set<String>> WORDS = Map.of(
            "pass", Set.of("pass", "passed", "yes", "match", "female", "male", "finished", "runcompleted", "reviewed"),
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
                            "reprocess"),
            "plain", Set.of("open", "closed"));

    private static final List<String> WORST_FIRST = List.of("fail", "warn", "busy", "idle", "plain", "pass");

    private Verdicts() {}

    /**
     * {@code pass}, {@code fail}, {@code warn}, {@code busy}, {@code plain} for what is neither good nor bad and has no
     * sign, or {@code idle} for what is not decided.
     */
    public static String style(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return WORDS.entrySet().stream()
                .filter(style -> style.getValue().contains(lower))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("idle");
    }

    /** Orders styles: what needs attention most comes first. */
    public static Comparator<String> worstFirst() {
        return Comparator.comparing(WORST_FIRST::indexOf);
    }

    /** The style of that one of several words which needs attention most. */
    static String worst(List<String> words) {
        return words.stream().map(Verdicts::style).min(worstFirst()).orElse("idle");
    }
}
