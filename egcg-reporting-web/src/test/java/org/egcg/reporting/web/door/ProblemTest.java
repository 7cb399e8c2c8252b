package org.egcg.reporting.web.door;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.error.ReportingException.NotFound;
import org.egcg.reporting.web.failure.Failure;
import org.junit.jupiter.api.Test;

class ProblemTest {

    @Test
    void whatNobodyExpectedIsASentenceWithTheRequestsId() {
        Problem problem = Problem.of(
                Failure.behind(new ServletException("at line 7", new IllegalStateException("secret"))), "abc123");
        assertThat(problem)
                .isEqualTo(new Problem(
                        500, "The server met an error that it did not expect; it is in its log as request abc123."));
    }

    @Test
    void aKnownCauseIsTheClientsHoweverDeepItIs() {
        assertThat(Problem.of(Failure.behind(new ServletException(new RuntimeException(new Malformed("x")))), "abc123")
                        .status())
                .isEqualTo(400);
        assertThat(Problem.of(Failure.behind(new NotFound("x")), "abc123")).isEqualTo(Problem.notFound());
    }

    @Test
    void causesInACircleEndSomewhere() {
        RuntimeException first = new RuntimeException("first");
        first.initCause(new RuntimeException("second", first));
        assertThat(Problem.of(Failure.behind(first), "abc123").status()).isEqualTo(500);
    }
}
