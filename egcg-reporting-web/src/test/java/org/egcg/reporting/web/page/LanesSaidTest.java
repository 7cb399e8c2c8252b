package org.egcg.reporting.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.egcg.reporting.review.Verdict;
import org.junit.jupiter.api.Test;

class LanesSaidTest {

    private static List<LaneTile> lanes(int from, int count, Verdict verdict) {
        return IntStream.range(from, from + count)
                .mapToObj(number -> new LaneTile(
                        String.valueOf(number),
                        "/run/r?demultiplexing=" + number,
                        "demultiplexing" + number,
                        "",
                        verdict,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        ""))
                .toList();
    }

    private static List<String> words(List<LaneTile> lanes) {
        return LanesSaid.of(lanes).stream().map(LanesSaid::words).toList();
    }

    @Test
    void whatPassesIsCountedAndWhatDoesNotIsNamedWhileItIsFew() {
        List<LaneTile> lanes = new ArrayList<>(lanes(1, 7, new Verdict.Pass()));
        lanes.addAll(lanes(8, 1, new Verdict.NoData()));
        assertThat(words(lanes)).containsExactly("lane 8 has no data yet", "7 lanes pass");
        assertThat(LanesSaid.of(lanes).get(0).href()).isEqualTo("/run/r?demultiplexing=8");
        assertThat(LanesSaid.of(lanes).get(1).href()).isEmpty();
        assertThat(words(lanes(1, 3, new Verdict.NoData()))).containsExactly("3 lanes have no data yet");
        assertThat(words(lanes(1, 1, new Verdict.Pass()))).containsExactly("1 lane passes");
    }

    @Test
    void ofARunWithoutLanesNothingIsSaid() {
        assertThat(LanesSaid.of(List.of())).isEmpty();
    }
}
