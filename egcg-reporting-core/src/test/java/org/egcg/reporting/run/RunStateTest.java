package org.egcg.reporting.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunStateTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            RunStarted, -, -, running
            RunCompleted, -, -, waiting
            -, -, -, waiting
            -, -, not marked, waiting
            -, -, yes, reviewed
            RunStarted, processing, -, processing
            RunCompleted, reprocess, yes, waiting
            RunErrored, -, -, errored
            RunFailed, finished, yes, errored
            RunAborted, processing, -, aborted
            RunCompleted, failed, -, failed
            RunCompleted, aborted, -, aborted
            RunCompleted, finished, -, to review
            RunCompleted, finished, not marked, to review
            RunCompleted, finished, no, reviewed
            RunCompleted, deleted, no, reviewed
            Paused, -, -, running
            a word of their own, -, -, waiting
            """)
    void aRunIsInOneState(String lims, String process, String useable, String state) {
        assertThat(RunState.of(
                                Optional.ofNullable(lims),
                                Optional.ofNullable(process),
                                useable == null ? List.of() : List.of(useable))
                        .word())
                .isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({"yes, yes, true", "yes, not marked, false", "no, yes, true"})
    void aRunIsReviewedOnceAllElementsAre(String one, String other, boolean decided) {
        assertThat(RunState.isDecided(List.of(one, other))).isEqualTo(decided);
    }
}
