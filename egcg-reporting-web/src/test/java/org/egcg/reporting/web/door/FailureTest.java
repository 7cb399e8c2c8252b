package org.egcg.reporting.web.door;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import org.egcg.reporting.ReportingException.Malformed;
import org.egcg.reporting.ReportingException.NotFound;
import org.junit.jupiter.api.Test;

class FailureTest {

    @Test
    void whatNobodyExpectedIsASentenceWithTheRequestsId() {
        Problem problem = Failure.of(new ServletException("at line 7", new IllegalStateException("secret")))
                .problem("abc123");
        assertThat(problem)
                .isEqualTo(new Problem(
                        500, "The server met an error that it did not expect; it is in its log as request abc123."));
    }

    @Test
    void aKnownCauseIsTheClientsHoweverDeepItIs() {
        assertThat(Failure.of(new ServletException(new RuntimeException(new Malformed("x"))))
                        .problem("abc123")
                        .status())
                .isEqualTo(400);
        assertThat(Failure.of(new NotFound("x")).problem("abc123")).isEqualTo(Problem.notFound());
    }

    @Test
    void causesInACircleEndSomewhere() {
        RuntimeException first = new RuntimeException("first");
        first.initCause(new RuntimeException("second", first));
        assertThat(Failure.of(first).problem("abc123").status()).isEqualTo(500);
    }
}
