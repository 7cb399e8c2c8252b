package org.egcg.reporting.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.error.ReportingException.NotFound;
import org.egcg.reporting.store.Find;
import org.egcg.reporting.store.MongoStore;
import org.egcg.reporting.testkit.TestStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which addresses open the board. */
class BoardAddressesTest {

    private final TestStore store = new TestStore();
    private final Reporting one = store.reporting();
    private final Reporting other = store.reporting();

    @AfterEach
    void close() {
        other.close();
        one.close();
        store.close();
    }

    @Test
    void anAddressOpensTheBoardOnEveryNodeUntilItIsRevokedOnOne() {
        String secret = one.boards().make("Ground floor", "ada");
        assertThat(other.boards().opens(secret)).isTrue();
        assertThat(other.boards().all()).singleElement().satisfies(board -> {
            assertThat(board.name()).isEqualTo("Ground floor");
            assertThat(board.by()).isEqualTo("ada");
        });

        other.boards().revoke(other.boards().all().get(0).id());

        assertThat(one.boards().opens(secret)).isFalse();
        assertThat(one.boards().all()).isEmpty();
    }

    @Test
    void neitherTheStoreNorTheListHasTheSecretAndTheIdOpensNothing() {
        String secret = one.boards().make("Ground floor", "ada");
        try (MongoStore look = store.connect()) {
            assertThat(look.find(Find.in(BoardAddresses.COLLECTION)).list().toString())
                    .doesNotContain(secret);
        }
        BoardAddress board = one.boards().all().get(0);
        assertThat(board.toString()).doesNotContain(secret);
        assertThat(one.boards().opens(board.id())).isFalse();
        assertThat(secret).hasSize(43);
    }

    @Test
    void nothingElseOpensIt() {
        String secret = one.boards().make("Ground floor", "ada");
        for (String wrong : List.of(
                "",
                " ",
                "none",
                secret + "A",
                secret.substring(1),
                secret.replace(secret.charAt(0), secret.charAt(0) == (char) 65 ? (char) 66 : (char) 65))) {
            assertThat(one.boards().opens(wrong)).as(wrong).isFalse();
        }
    }

    @Test
    void aScreenHasANameAndWhatIsGoneIsNotRevokedAgain() {
        assertThatThrownBy(() -> one.boards().make("  ", "ada")).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> one.boards().make("x".repeat(101), "ada")).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> one.boards().revoke("none")).isInstanceOf(NotFound.class);
    }
}
