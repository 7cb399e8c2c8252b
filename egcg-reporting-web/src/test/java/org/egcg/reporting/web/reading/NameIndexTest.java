package org.egcg.reporting.web.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameIndexTest {

    private final NameIndex index = new NameIndex()
            .with(
                    "Run",
                    List.of(
                            new Found("Run", "20260312_LH00777_0042_A22ZZTLLT4", "", "/run/a"),
                            new Found("Run", "260101_M05555_0007_000000000-KKTLL", "", "/run/b")))
            .with("Flow cell", List.of(new Found("Flow cell", "20260312_LH00777_0042_A22ZZTLLT4", "22ZZTLLT4", "/run/a")))
            .with(
                    "Sample",
                    List.of(
                            new Found("Sample", "R9P01S07", "", "/sample/1"),
                            new Found("Sample", "P01", "", "/sample/2"),
                            new Found("Sample", "P01S11", "", "/sample/3")))
            .with("Sample name", List.of(new Found("Sample", "R9P01S07", "Grüner Ähre 3", "/sample/1")));

    @ParameterizedTest
    @CsvSource({
        "lh00777, 20260312_LH00777_0042_A22ZZTLLT4",
        "kktll, 260101_M05555_0007_000000000-KKTLL",
        "ÄHRE, R9P01S07",
        "9p01, R9P01S07"
    })
    void anyPartOfANameFindsItInAnyCase(String text, String name) {
        assertThat(index.containing(text).get(0).name()).isEqualTo(name);
    }

    @Test
    void aFlowCellIsFoundAsSuch() {
        assertThat(index.containing("zztll").stream().map(Found::kind)).containsExactly("Run", "Flow cell");
    }

    @Test
    void exactNamesComeFirstThenThoseThatBeginSo() {
        assertThat(index.containing("p01").stream().map(Found::name)).containsExactly("P01", "P01S11", "R9P01S07");
    }

    @Test
    void aTextAcrossTwoNamesIsNone() {
        assertThat(index.containing("s07\np01")).isEmpty();
        assertThat(index.containing("nowhere")).isEmpty();
    }

    @Test
    void aHundredThousandSamplesAreSearchedInLessThanAFifthOfASecond() {
        NameIndex large = new NameIndex()
                .with(
                        "Sample",
                        IntStream.range(0, 100_000)
                                .mapToObj(i -> new Found("Sample", "X%05dP%03dC%02d".formatted(i, i % 700, i % 96), "", "/s"))
                                .toList());
        large.containing("warm up");
        long begun = System.nanoTime();
        assertThat(large.containing("p123c")).hasSizeGreaterThan(100);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMillis(200));
    }
}
