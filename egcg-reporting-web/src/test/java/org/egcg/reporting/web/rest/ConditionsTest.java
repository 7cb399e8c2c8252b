package org.egcg.reporting.web.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.egcg.reporting.error.ReportingException.EtagMismatch;
import org.junit.jupiter.api.Test;

/** Writes at one of several versions, while others write the same document. */
class ConditionsTest {

    private final List<String> tried = new ArrayList<>();

    /** The versions that are seen when they are looked up, one after the other; the last one stays. */
    private String written(List<String> wanted, String stored, String... seen) {
        Deque<String> versions = new ArrayDeque<>(List.of(seen));
        return Conditions.atOneOf(
                wanted, () -> Optional.of(versions.size() > 1 ? versions.pop() : versions.peek()), version -> {
                    tried.add(version.orElse("none"));
                    if (!version.orElse("none").equals(stored)) {
                        throw new EtagMismatch("not at this version");
                    }
                    return stored;
                });
    }

    @Test
    void aVersionThatCameBetweenIsLookedUpAgain() {
        assertThat(written(List.of("a", "b"), "b", "a", "b")).isEqualTo("b");
        assertThat(tried).containsExactly("a", "b");
    }

    @Test
    void anyVersionIsAnyThatIsThereWhateverOthersDo() {
        assertThat(written(List.of("*"), "e", "a", "b", "c", "d", "e")).isEqualTo("e");
    }

    @Test
    void aVersionThatIsNotWantedIsNotWritten() {
        assertThatExceptionOfType(EtagMismatch.class).isThrownBy(() -> written(List.of("a", "b"), "x", "a", "x"));
        assertThat(tried).containsExactly("a", "a");
    }

    @Test
    void oneVersionIsTheStoresToCompare() {
        assertThatExceptionOfType(EtagMismatch.class).isThrownBy(() -> written(List.of("a"), "b", "b"));
        assertThat(tried).containsExactly("a");
    }

    @Test
    void whereOthersNeverRestItIsRefusedInTheEnd() {
        assertThatExceptionOfType(EtagMismatch.class).isThrownBy(() -> written(List.of("*"), "never", "a"));
        assertThat(tried).hasSize(21);
    }
}
