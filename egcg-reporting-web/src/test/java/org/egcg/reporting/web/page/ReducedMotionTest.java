package org.egcg.reporting.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who has asked the browser for less motion gets none of these pages. */
class ReducedMotionTest {

    private static final Path ASSETS = Path.of("src", "main", "webapp", "assets");
    private static final Pattern REDUCED =
            Pattern.compile("@media \\(prefers-reduced-motion: reduce\\) \\{((?:[^{}]*\\{[^{}]*})*)\\s*}");
    private static final Pattern MOVES =
            Pattern.compile("([^{}]+)\\{[^{}]*\\b(?:animation|transition)(?:-[a-z]+)?\\s*:(?!\\s*none)[^{}]*}");
    private static final Pattern STANDS =
            Pattern.compile("([^{}]+)\\{[^{}]*\\b(?:animation|transition)\\s*:\\s*none[^{}]*}");

    private static String assets(String ending) {
        try (Stream<Path> files = Files.list(ASSETS)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .map(ReducedMotionTest::text)
                    .collect(Collectors.joining("\n"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Set<String> selectors(Pattern rule, String styles) {
        return rule.matcher(styles)
                .results()
                .map(found -> found.group(1).strip())
                .collect(Collectors.toSet());
    }

    @Test
    void whatMovesByStyleStandsStill() {
        String styles = assets(".css").replaceAll("(?s)/\\*.*?\\*/", "");
        String reduced = REDUCED.matcher(styles)
                .results()
                .map(MatchResult::group)
                .map(block -> block.substring(block.indexOf('{') + 1))
                .collect(Collectors.joining());
        Set<String> moving = selectors(MOVES, REDUCED.matcher(styles).replaceAll(""));

        assertThat(moving).isNotEmpty().isEqualTo(selectors(STANDS, reduced));
    }

    @Test
    void noScriptMovesAnything() {
        assertThat(List.of("behavior: 'smooth'", ".animate(", "animation: true"))
                .noneMatch(assets(".js")::contains);
    }
}
