package org.egcg.reporting.ejb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.egcg.reporting.error.ReportingException.Forbidden;
import org.egcg.reporting.security.Role;
import org.egcg.reporting.security.Source;
import org.egcg.reporting.security.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CurrentUserTest {

    private static final User VIEWER = new User("1", "vera", Role.VIEWER, false, 1, Source.LOCAL, false);
    private static final User EDITOR = new User("2", "edwin", Role.EDITOR, false, 1, Source.LOCAL, false);

    private final CurrentUser current = new CurrentUser();

    @AfterEach
    void end() {
        current.end();
    }

    @Test
    void aThreadKeepsNobodyAfterTheRequest() {
        current.begin();
        current.is(EDITOR);
        current.end();

        assertThat(current.user()).isEmpty();
    }

    @Test
    void aRequestBeginsAsNobodys() {
        current.begin();
        current.is(EDITOR);
        current.begin();

        assertThat(current.user()).isEmpty();
    }

    @Test
    void outsideOfARequestNobodyIsNoted() {
        assertThatThrownBy(() -> current.is(EDITOR)).isInstanceOf(IllegalStateException.class);
        assertThat(current.user()).isEmpty();
    }

    @Test
    void theUsersRoleDecides() {
        current.begin();
        current.is(VIEWER);

        current.require(Role.VIEWER);
        assertThatThrownBy(() -> current.require(Role.EDITOR)).isInstanceOf(Forbidden.class);
    }

    @Test
    void workForSomebodyElseEndsWithTheWork() {
        current.begin();
        current.is(VIEWER);

        assertThat(current.as(EDITOR, current::name)).isEqualTo("edwin");
        assertThat(current.name()).isEqualTo("vera");
    }

    @Test
    void workForSomebodyOutsideOfARequestLeavesNobodyBehind() {
        assertThat(current.as(EDITOR, current::name)).isEqualTo("edwin");
        assertThat(current.user()).isEmpty();
    }

    @Test
    void workThatFailsLeavesNobodyBehindEither() {
        assertThatThrownBy(() -> current.as(EDITOR, () -> {
                    throw new IllegalArgumentException();
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(current.user()).isEmpty();
    }

    @Test
    void carriedWorkIsForTheSameUserOnAnotherThread() {
        current.begin();
        current.is(EDITOR);
        Supplier<String> carried = current.carried(current::name);
        current.end();

        assertThat(CompletableFuture.supplyAsync(carried).join()).isEqualTo("edwin");
        assertThat(CompletableFuture.supplyAsync(() -> current.user().isPresent())
                        .join())
                .isFalse();
    }
}
