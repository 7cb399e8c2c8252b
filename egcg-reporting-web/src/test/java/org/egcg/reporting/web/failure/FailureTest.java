package org.egcg.reporting.web.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.egcg.reporting.error.ReportingException;
import org.egcg.reporting.error.ReportingException.Busy;
import org.egcg.reporting.error.ReportingException.Forbidden;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.error.ReportingException.Misconfigured;
import org.egcg.reporting.error.ReportingException.NotEntitled;
import org.egcg.reporting.error.ReportingException.TooManyAttempts;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.junit.jupiter.api.Test;

class FailureTest {

    @Test
    void everyCauseOfTheLibraryHasAStatusOfItsOwnExceptThatTheConfigurationIsWrong() {
        List<Class<?>> causes = causes(ReportingException.class).toList();
        assertThat(causes).hasSizeGreaterThan(15);
        assertThat(causes).filteredOn(cause -> !Failure.knows(cause)).containsExactly(Misconfigured.class);
    }

    private static Stream<Class<?>> causes(Class<?> family) {
        return Stream.of(family.getPermittedSubclasses())
                .flatMap(cause -> Stream.concat(Stream.of(cause), cause.isSealed() ? causes(cause) : Stream.empty()));
    }

    @Test
    void programsReadTheStatusesWordsAndPeopleTheCauses() {
        Forbidden cause = new Forbidden("a viewer may not review");
        assertThat(Failure.of(cause).message()).isEqualTo("Your role does not allow this.");
        assertThat(Sentences.of(cause)).isEqualTo("a viewer may not review");
        assertThat(Sentences.whole(cause)).isEqualTo("A viewer may not review.");
    }

    @Test
    void whatCredentialsDoNotEntitleToIsToldToProgramsToo() {
        assertThat(Failure.of(new NotEntitled("a token for runs")).message()).isEqualTo("a token for runs");
    }

    @Test
    void whatDoesNotAnswerIsNamed() {
        Unavailable cause = new Unavailable("lims", "connection refused", null);
        assertThat(Failure.of(cause).message()).isEqualTo("The lims does not answer. Please try again in a moment.");
        assertThat(Sentences.whole(cause)).isEqualTo("The LIMS does not answer.");
    }

    @Test
    void clientsAreToldWhenToAskAgain() {
        assertThat(Failure.of(new Busy("x")).retryAfter()).hasValue(5);
        assertThat(Failure.of(new TooManyAttempts("x", Duration.ofSeconds(9))).retryAfter())
                .hasValue(10);
        assertThat(Failure.of(new Malformed("x")).retryAfter()).isEmpty();
    }
}
