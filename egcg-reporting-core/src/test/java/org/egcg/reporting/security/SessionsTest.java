package org.egcg.reporting.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.egcg.reporting.security.Sessions.Begun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionsTest {

    private static final Duration IDLE = Duration.ofHours(2);
    private static final Duration LONGEST = Duration.ofHours(12);

    @TempDir
    Path directory;

    private final TestClock clock = new TestClock();
    private Users users;
    private Sessions sessions;

    @BeforeEach
    void open() {
        users = Users.open(directory.resolve("users.sqlite").toString(), Role.EDITOR, clock);
        users.add("ann", "correct horse", Role.EDITOR);
        users.add("zoe", "correct horse", Role.ADMIN);
        sessions = new Sessions(users, IDLE, LONGEST, clock);
    }

    @AfterEach
    void close() {
        users.close();
    }

    @Test
    void aSecretOf256BitsOpensASessionOnEveryNodeAndStandsNowhere() {
        Begun begun = begin("ann");
        assertThat(begun.secret()).hasSize(43);
        assertThat(begun.toString()).doesNotContain(begun.secret());
        try (Users elsewhere = Users.open(directory.resolve("users.sqlite").toString(), Role.EDITOR, clock)) {
            Sessions other = new Sessions(elsewhere, IDLE, LONGEST, clock);
            assertThat(other.visit(begun.secret()))
                    .get()
                    .satisfies(visit -> assertThat(visit.user()).isEqualTo(user("ann")))
                    .satisfies(visit -> assertThat(visit.session()).isEqualTo(begun.session()));
        }
        assertThat(users.database()
                        .rows(row -> row.getString("digest") + row.getString("id"), "select * from user_sessions"))
                .noneMatch(row -> row.contains(begun.secret()));
        assertThat(sessions.find(begun.secret() + "x")).isEmpty();
        assertThat(sessions.find(begun.session().id())).isEmpty();
        assertThat(sessions.find("x".repeat(1_000_000))).isEmpty();
    }

    @Test
    void itEndsWhenNothingWasAskedForAWhile() {
        Begun begun = begin("ann");
        for (int hour = 0; hour < 5; hour++) {
            clock.pass(Duration.ofMinutes(90));
            assertThat(sessions.find(begun.secret())).isPresent();
        }
        clock.pass(IDLE);
        assertThat(sessions.find(begun.secret())).isEmpty();
    }

    @Test
    void whatAnOpenPageAsksByItselfDoesNotLetItLast() {
        Begun begun = begin("ann");
        clock.pass(IDLE.minusMinutes(1));
        assertThat(sessions.glance(begun.secret())).isPresent();
        clock.pass(Duration.ofMinutes(1));
        assertThat(sessions.glance(begun.secret())).isEmpty();
        assertThat(sessions.find(begun.secret())).isEmpty();
    }

    @Test
    void itEndsAfterItsLongestTimeWhateverIsAsked() {
        Begun begun = begin("ann");
        for (int hour = 0; hour < 11; hour++) {
            clock.pass(Duration.ofHours(1));
            assertThat(sessions.find(begun.secret())).isPresent();
        }
        clock.pass(Duration.ofHours(1));
        assertThat(sessions.find(begun.secret())).isEmpty();
    }

    @Test
    void aChangedPasswordOrRoleEndsAllOfThem() {
        Begun first = begin("ann");
        users.grant("ann", Role.VIEWER);
        Begun second = begin("ann");
        users.setPassword("ann", "another horse");
        Begun third = begin("ann");
        assertThat(List.of(first, second))
                .noneMatch(begun -> sessions.find(begun.secret()).isPresent());
        assertThat(sessions.find(third.secret())).isPresent();
    }

    @Test
    void aRemovedUsersSessionOpensNoAccountThatIsMadeLater() {
        Begun begun = begin("ann");
        users.remove("ann");
        users.add("ann", "correct horse", Role.ADMIN);
        assertThat(sessions.find(begun.secret())).isEmpty();
        assertThat(sessions.of(user("ann").id())).isEmpty();
    }

    @Test
    void oneEndsOnesOwnAndNobodyElses() {
        Begun here = begin("ann");
        Begun there = begin("ann");
        Begun zoe = begin("zoe");
        assertThat(sessions.of(user("ann").id())).hasSize(2);
        sessions.end(user("ann").id(), zoe.session().id());
        assertThat(sessions.find(zoe.secret())).isPresent();
        assertThat(sessions.endOthers(user("ann").id(), here.session().id())).isEqualTo(1);
        assertThat(sessions.find(there.secret())).isEmpty();
        assertThat(sessions.find(here.secret())).isPresent();
        sessions.endAll(user("ann").id());
        assertThat(sessions.find(here.secret())).isEmpty();
        assertThat(sessions.find(zoe.secret())).isPresent();
    }

    @Test
    void ofTwentyOneTheOneEndsThatWasNotUsedForTheLongest() {
        Begun oldest = begin("ann");
        clock.pass(Duration.ofSeconds(1));
        Begun forgotten = begin("ann");
        for (int more = 0; more < 19; more++) {
            clock.pass(Duration.ofMinutes(1));
            assertThat(sessions.find(oldest.secret())).isPresent();
            begin("ann");
        }
        assertThat(sessions.of(user("ann").id())).hasSize(20);
        assertThat(sessions.find(oldest.secret())).isPresent();
        assertThat(sessions.find(forgotten.secret())).isEmpty();
    }

    @Test
    void whatIsOverIsForgotten() {
        begin("ann");
        clock.pass(LONGEST.plusSeconds(1));
        begin("zoe");
        assertThat(users.database().rows(row -> 1, "select 1 from user_sessions"))
                .hasSize(1);
    }

    @Test
    void whatTheProviderGaveIsReadWithTheSecretAlone() {
        Begun begun = sessions.begin(user("ann"), "here", "a browser", Optional.of("refresh-token"));
        assertThat(sessions.providerState(begun.secret())).contains("refresh-token");
        clock.pass(Duration.ofMinutes(3));
        sessions.confirm(begun.secret(), Optional.of("another token"));
        assertThat(sessions.providerState(begun.secret())).contains("another token");
        assertThat(sessions.find(begun.secret())).get().satisfies(session -> assertThat(session.confirmed())
                .isEqualTo(clock.instant()));
        assertThat(users.database().rows(row -> row.getString("state"), "select state from user_sessions"))
                .noneMatch(state -> state.contains("token"));
        assertThat(sessions.providerState("another secret")).isEmpty();
    }

    @Test
    void eachSessionHasACsrfSecretOfItsOwn() {
        String one = begin("ann").secret();
        String other = begin("ann").secret();
        assertThat(sessions.csrf(one)).isEqualTo(sessions.csrf(one)).isNotEqualTo(sessions.csrf(other));
        assertThat(sessions.csrf(one)).isNotEqualTo(one).hasSize(43);
    }

    @Test
    void longOrOddAgentsAreCut() {
        Begun begun = sessions.begin(user("ann"), "x".repeat(1000), "é\n".repeat(1000), Optional.empty());
        assertThat(begun.session().agent()).hasSize(255).doesNotContain("\n");
        assertThat(sessions.find(begun.secret())).isPresent();
    }

    @Test
    void whereNothingCanBeWrittenSessionsLiveInThisProcess() throws Exception {
        Path legacy = LegacyUsers.write(directory.resolve("legacy.sqlite"), "ann", "pässwörd");
        try (Users readOnly = Users.open("jdbc:sqlite:file:" + legacy + "?mode=ro", Role.VIEWER, clock)) {
            Sessions inMemory = new Sessions(readOnly, IDLE, LONGEST, clock);
            User ann = readOnly.authenticate("ann", "pässwörd", "here");
            Begun begun = inMemory.begin(ann, "here", "a browser", Optional.of("state"));
            assertThat(inMemory.visit(begun.secret()))
                    .get()
                    .extracting(Sessions.Visit::user)
                    .isEqualTo(ann);
            assertThat(inMemory.providerState(begun.secret())).contains("state");
            inMemory.end(ann.id(), begun.session().id());
            assertThat(inMemory.find(begun.secret())).isEmpty();
        }
    }

    private Begun begin(String name) {
        return sessions.begin(user(name), "192.0.2.1", "a browser", Optional.empty());
    }

    private User user(String name) {
        return users.named(name).orElseThrow();
    }
}
