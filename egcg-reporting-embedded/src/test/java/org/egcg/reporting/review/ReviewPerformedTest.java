package org.egcg.reporting.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.egcg.reporting.error.ReportingException.NotFound;
import org.egcg.reporting.resource.DocumentsWritten;
import org.junit.jupiter.api.Test;

/** What listeners are told of reviews. */
class ReviewPerformedTest {

    private final List<ReviewPerformed> heard = new ArrayList<>();
    private final List<DocumentsWritten> written = new ArrayList<>();

    @Test
    void aReviewIsToldOfAfterTheDocumentsThatItHasChanged() throws IOException {
        try (ReviewLab lab = new ReviewLab()) {
            lab.goodLane("r1", 1, "ACGT");
            lab.reporting.writer().whenWritten(written::add);
            lab.actions.whenPerformed(heard::add);

            Performed performed = lab.perform("{'action_type': 'automatic_run_review', 'run_id': 'r1'}");

            assertThat(written).extracting(DocumentsWritten::resource).containsExactly("run_elements", "actions");
            assertThat(heard).containsExactly(new ReviewPerformed("automatic_run_review", "a_user", performed.data()));
        }
    }

    @Test
    void ofAReviewThatFindsNothingToReviewNothingIsTold() throws IOException {
        try (ReviewLab lab = new ReviewLab()) {
            lab.actions.whenPerformed(heard::add);

            assertThatThrownBy(() -> lab.perform("{'action_type': 'automatic_run_review', 'run_id': 'absent'}"))
                    .isInstanceOf(NotFound.class);

            assertThat(heard).isEmpty();
        }
    }
}
