package org.egcg.reporting.web.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A note is found by any part of its text, and told by that part. */
class FoundTest {

    private static Found note(String text) {
        return new Found("Note", "S1", text, "/sample/S1#notes");
    }

    @Test
    void aNoteIsFoundByAWordInTheMiddleOfALine() {
        List<Found> found = new NameIndex()
                .with("Note", List.of(note("ask Ann\nabout the Insert size"), note("nothing")))
                .containing("insert");
        assertThat(found).extracting(Found::also).containsExactly("ask Ann\nabout the Insert size");
        assertThat(found.get(0).around("insert").also()).isEqualTo("ask Ann about the Insert size");
    }

    @Test
    void ofALongTextThePartAroundIsTold() {
        String text = "x".repeat(200) + " insert size " + "y".repeat(200);
        String told = note(text).around("INSERT").also();
        assertThat(told)
                .startsWith("…xxx")
                .endsWith("yyy…")
                .contains(" insert size ")
                .hasSize(102);
        assertThat(note("short").around("other").also()).isEqualTo("short");
    }
}
