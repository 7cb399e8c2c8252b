package org.egcg.reporting.web.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.egcg.reporting.security.Role;
import org.egcg.reporting.security.Users;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose browser is whose, and until when. */
class SessionsIT {

    private static final Pattern FORM_OF_A_SESSION =
            Pattern.compile("name=\"act\" value=\"end\" ?/>\\s*<input type=\"hidden\" name=\"id\" value=\"([^\"]+)\"");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/login",
                "/login?redirect=%2Fruns%2Frecent",
                "/login?cid=7",
                "/logout",
                "/nowhere",
                "/no/where",
                "/status/live",
                "/assets/app.js",
                "/logo",
                "/ui/find?find=E",
                "/runs/recent",
                "/api/0.1/runs"
            })
    void noAddressBeginsASessionForAStranger(String path) {
        HttpResponse<String> answer = new Visitor().get(path);
        assertThat(answer.headers().allValues("Set-Cookie"))
                .noneMatch(cookie -> cookie.contains("SESSION") || cookie.startsWith(Visitor.LOGIN_COOKIE + "="));
        assertThat(answer.headers().allValues("Location")).noneMatch(location -> location.contains(";"));
    }

    @Test
    void aLoginHasASecretOf256BitsAndEachAnother() {
        Visitor visitor = Visitor.loggedIn("reader");
        String first = visitor.secret();
        assertThat(first).matches("[A-Za-z0-9_-]{43}");
        visitor.logIn("reader", AttackedServer.PASSWORD);
        assertThat(visitor.secret()).matches("[A-Za-z0-9_-]{43}").isNotEqualTo(first);
        assertThat(visitor.isInside()).isTrue();
        assertThat(with(first).isInside()).as("the secret of before").isFalse();
    }

    @Test
    void aSecretThatNobodyWasGivenOpensNothing() {
        for (String secret : List.of("x", "A".repeat(43), "'; drop table sessions", "A".repeat(3000))) {
            assertThat(with(secret).isInside()).as(secret).isFalse();
        }
    }

    @Test
    void ofTwoCookiesOfOneNameNeitherCounts() {
        String secret = Visitor.loggedIn("reader").secret();
        String answer = Wire.exchange(
                AttackedServer.get().port(),
                Wire.get("/runs/recent", "Cookie: egcg=" + secret + "; egcg=" + "A".repeat(43)));
        assertThat(Wire.status(answer)).isEqualTo(302);
    }

    @Test
    void afterLogoutTheSecretItselfIsOfNoUse() {
        Visitor visitor = Visitor.loggedIn("reader");
        String secret = visitor.secret();
        assertThat(visitor.submit("/logout", Map.of()).headers().firstValue("Location"))
                .contains("/login?loggedout=1");
        assertThat(visitor.secret()).isNull();
        assertThat(with(secret).isInside()).isFalse();
    }

    @Test
    void theSessionOfARemovedUserIsNotThatOfALaterOneOfTheSameName() {
        String name = "namesake" + System.nanoTime();
        try (Users users = AttackedServer.users()) {
            users.add(name, AttackedServer.PASSWORD, Role.VIEWER);
            Visitor removed = Visitor.loggedIn(name);
            users.remove(name);
            assertThat(removed.isInside()).isFalse();
            users.add(name, AttackedServer.PASSWORD, Role.ADMIN);
            assertThat(removed.isInside())
                    .as("an account of that name is there again")
                    .isFalse();
            assertThat(removed.get("/users").statusCode()).isEqualTo(302);
            users.remove(name);
        }
    }

    @Test
    void anotherRoleOrPasswordEndsSessionsAtOnce() {
        String name = "changing" + System.nanoTime();
        try (Users users = AttackedServer.users()) {
            users.add(name, AttackedServer.PASSWORD, Role.EDITOR);
            Visitor editor = Visitor.loggedIn(name);
            users.grant(name, Role.VIEWER);
            assertThat(editor.isInside()).isFalse();
            Visitor viewer = Visitor.loggedIn(name);
            users.setPassword(name, "another good sentence");
            assertThat(viewer.isInside()).isFalse();
            users.remove(name);
        }
    }

    @Test
    void whoIsOutIsToldSoAndGoesOnWhereHeWas() {
        Visitor visitor = with("A".repeat(43));
        String way =
                visitor.get("/runs/recent").headers().firstValue("Location").orElseThrow();
        assertThat(way).isEqualTo("/login?redirect=%2Fruns%2Frecent");
        assertThat(visitor.get(way).body()).contains("Your session has ended.", "/runs/recent");
        assertThat(visitor.secret()).as("the cookie is taken back").isNull();
        assertThat(visitor.get(way).body()).doesNotContain("Your session has ended.");
    }

    @Test
    void aUserEndsASessionOfHisAfterTheQuestion() {
        Visitor here = Visitor.loggedIn("reader");
        here.submit("/sessions", Map.of("act", "others", "confirmed", "yes"));
        Visitor there = Visitor.loggedIn("reader");
        String other = sessionsOf(here).get(1);
        HttpResponse<String> asked = here.submit("/sessions", Map.of("act", "end", "id", other));
        assertThat(asked.body()).contains("End this session?");
        assertThat(there.isInside()).as("before the answer").isTrue();
        assertThat(here.submit("/sessions", Map.of("act", "end", "id", other, "confirmed", "yes"))
                        .body())
                .contains("is ended.");
        assertThat(there.isInside()).isFalse();
        assertThat(here.isInside()).isTrue();
    }

    @Test
    void aUserEndsAllOthers() {
        Visitor here = Visitor.loggedIn("reader");
        Visitor there = Visitor.loggedIn("reader");
        Visitor elsewhere = Visitor.loggedIn("reader");
        here.submit("/sessions", Map.of("act", "others", "confirmed", "yes"));
        assertThat(there.isInside()).isFalse();
        assertThat(elsewhere.isInside()).isFalse();
        assertThat(sessionsOf(here)).hasSize(1);
    }

    @Test
    void nobodyEndsASessionOfSomebodyElse() {
        Visitor reader = Visitor.loggedIn("reader");
        Visitor writer = Visitor.loggedIn("writer");
        String id = sessionsOf(writer).get(0);
        assertThat(reader.submit("/sessions", Map.of("act", "end", "id", id, "confirmed", "yes"))
                        .body())
                .contains("No session was ended");
        assertThat(writer.isInside()).isTrue();
    }

    @Test
    void whatAPageShowsOfASessionOpensNothing() {
        Visitor reader = Visitor.loggedIn("reader");
        assertThat(reader.get("/sessions").body()).doesNotContain(reader.secret());
        for (String id : sessionsOf(reader)) {
            assertThat(with(id).isInside()).isFalse();
        }
    }

    @Test
    void aFormWithoutTheSecretOfItsSessionChangesNothing() {
        Visitor here = Visitor.loggedIn("reader");
        Visitor there = Visitor.loggedIn("reader");
        here.post("/sessions", Map.of("act", "others", "confirmed", "yes", "csrf", there.token("/sessions")));
        here.post("/sessions", Map.of("act", "others", "confirmed", "yes"));
        assertThat(there.isInside()).isTrue();
    }

    private static Visitor with(String secret) {
        Visitor visitor = new Visitor();
        visitor.cookies().put(Visitor.LOGIN_COOKIE, secret.replaceAll("[; ,]", "_"));
        return visitor;
    }

    /** The ids in the forms of the page, one's own first. */
    private static List<String> sessionsOf(Visitor visitor) {
        Matcher forms = FORM_OF_A_SESSION.matcher(visitor.get("/sessions").body());
        return forms.results().map(form -> form.group(1)).toList();
    }
}
