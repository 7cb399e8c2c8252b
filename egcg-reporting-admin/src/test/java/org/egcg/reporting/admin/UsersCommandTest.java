package org.egcg.reporting.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.egcg.reporting.security.ApiTokens;
import org.egcg.reporting.security.Role;
import org.egcg.reporting.security.Scopes;
import org.egcg.reporting.security.Sessions;
import org.egcg.reporting.security.User;
import org.egcg.reporting.security.Users;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class UsersCommandTest {

    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void usersAreAddedListedPromotedAndRemoved() {
        assertThat(run("add", "ann", "--password=long enough")).isZero();
        assertThat(run("add", "bob", "--role", "viewer", "--password=long enough"))
                .isZero();
        assertThat(run("role", "ann", "admin")).isZero();
        assertThat(run("remove", "bob")).isZero();
        out.getBuffer().setLength(0);
        assertThat(run("list")).isZero();
        assertThat(out).hasToString("ann\tadmin" + System.lineSeparator());
    }

    @Test
    void withoutAPasswordARandomOneIsShownOnceAndMustBeChanged() {
        assertThat(run("add", "ann")).isZero();
        String password = out.toString().strip().replaceFirst("(?s).* ", "");
        try (Users users = users()) {
            assertThat(users.authenticate("ann", password, "here"))
                    .extracting(User::name, User::role, User::mustChangePassword, User::version)
                    .containsExactly("ann", Role.EDITOR, true, 1L);
        }
    }

    @Test
    void aPasswordCanComeFromStandardInput() {
        InputStream before = System.in;
        try {
            System.setIn(new ByteArrayInputStream("pässwörd 1\nmore\n".getBytes(StandardCharsets.UTF_8)));
            assertThat(run("add", "ann", "--password-stdin")).isZero();
        } finally {
            System.setIn(before);
        }
        try (Users users = users()) {
            assertThat(users.authenticate("ann", "pässwörd 1", "here").mustChangePassword())
                    .isFalse();
        }
    }

    @Test
    void aResetPasswordIsANewOne() {
        run("add", "ann", "--password", "long enough");
        assertThat(run("reset", "ann", "--password", "another horse")).isZero();
        try (Users users = users()) {
            assertThat(users.authenticate("ann", "another horse", "here").name())
                    .isEqualTo("ann");
        }
    }

    @Test
    void aRefusalHasAReasonAndExitCodeOne() {
        assertThat(run("remove", "nobody")).isEqualTo(1);
        assertThat(run("reset", "nobody")).isEqualTo(1);
        assertThat(run("add", "ann", "--password=short")).isEqualTo(1);
        assertThat(run("add", "ann", "--password=long enough")).isZero();
        assertThat(run("add", "ann", "--password=long enough")).isEqualTo(1);
        assertThat(err.toString().lines())
                .containsExactly(
                        "there is no user nobody",
                        "there is no user nobody",
                        "a password has between 8 and 256 characters",
                        "user ann exists");
    }

    @Test
    void tokensSessionsAndSecondFactorsAreListedAndEnded() {
        run("add", "ann", "--password", "long enough");
        try (Users users = users()) {
            User ann = users.named("ann").orElseThrow();
            Sessions sessions = new Sessions(users, Duration.ofHours(2), Duration.ofHours(12));
            String token = new ApiTokens(users)
                    .make(ann, "night", Optional.empty(), Scopes.parse("read:samples"))
                    .kept()
                    .id();
            String secret = sessions.begin(ann, "192.0.2.1", "a browser", Optional.empty())
                    .secret();
            assertThat(run("tokens")).isZero();
            assertThat(run("sessions", "ann")).isZero();
            assertThat(out.toString()).contains(token + "\tann\tnight\tread:samples", "192.0.2.1\ta browser");
            assertThat(out.toString()).doesNotContain(secret);
            assertThat(run("revoke", token)).isZero();
            assertThat(run("revoke", token)).isEqualTo(1);
            assertThat(run("end-sessions", "ann")).isZero();
            assertThat(run("reset-second-factor", "ann")).isZero();
            assertThat(run("sessions", "nobody")).isEqualTo(1);
            assertThat(sessions.find(secret)).isEmpty();
            assertThat(new ApiTokens(users).of(ann)).isEmpty();
        }
    }

    @Test
    void whatIsNotUnderstoodHasExitCodeTwo() {
        assertThat(run("invite", "ann")).isEqualTo(2);
        assertThat(run("add")).isEqualTo(2);
        assertThat(run("role", "ann", "king")).isEqualTo(2);
        assertThat(run("add", "ann", "--password=x", "--password-stdin")).isEqualTo(2);
    }

    private int run(String... arguments) {
        CommandLine command =
                AdminCommand.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return command.execute(Stream.concat(
                        Stream.of(
                                "users",
                                "--user-db",
                                directory.resolve("users.sqlite").toString()),
                        Arrays.stream(arguments))
                .toArray(String[]::new));
    }

    private Users users() {
        return Users.open(directory.resolve("users.sqlite").toString(), Role.EDITOR);
    }
}
