package org.egcg.reporting.web.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nobody is logged in by somebody else's form, neither as himself nor as the attacker. */
class LoginFormIT {

    private static Map<String, String> form(String token) {
        return new LinkedHashMap<>(Map.of("csrf", token, "username", "reader", "password", AttackedServer.PASSWORD));
    }

    private static void isRefused(Visitor visitor, HttpResponse<String> answer) {
        assertThat(visitor.secret()).as("no login from " + answer).isNull();
        assertThat(visitor.isInside()).isFalse();
    }

    @Test
    void aFormOfOursIsTaken() {
        Visitor visitor = new Visitor()
                .with("Origin", "http://localhost:" + AttackedServer.get().port());
        assertThat(visitor.post("/login", form(visitor.token("/login")))
                        .headers()
                        .firstValue("Location"))
                .contains("/");
        assertThat(visitor.isInside()).isTrue();
    }

    @Test
    void aFormWithoutACookieOrWithAnotherTokenIsNotTaken() {
        Visitor none = new Visitor();
        HttpResponse<String> answer = none.post("/login", form("x"));
        assertThat(answer.headers().firstValue("Location")).contains("/login?again=1");
        assertThat(none.get("/login?again=1").body()).contains("Please log in again.");
        isRefused(none, answer);
        Visitor other = new Visitor();
        other.get("/login");
        isRefused(other, other.post("/login", form(new Visitor().token("/login"))));
        isRefused(other, other.post("/login", form("")));
    }

    /** The attacker has cookie and token of his own, and has put the cookie into the browser of somebody else. */
    @ParameterizedTest
    @CsvSource({
        "Origin, http://evil.example",
        "Origin, null",
        "Origin, http://localhost.evil.example",
        "Origin, http://localhost:1",
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site"
    })
    void aPlantedCookieIsOfNoUse(String header, String value) {
        Visitor attacker = new Visitor();
        String token = attacker.token("/login");
        Visitor victim = new Visitor().with(header, value);
        victim.cookies().putAll(attacker.cookies());
        HttpResponse<String> answer = victim.post("/login", form(token));
        assertThat(victim.secret()).isNull();
        assertThat(answer.headers().firstValue("Set-Cookie").orElse("")).doesNotStartWith("egcg=");
    }

    @Test
    void aSessionInTheAddressIsOfNoUse() {
        Visitor attacker = new Visitor();
        String token = attacker.token("/login");
        for (String session : new String[] {";jsessionid=0123456789", ";egcg=x", ";JSESSIONID=x;egcg-form=y"}) {
            Visitor victim = new Visitor();
            HttpResponse<String> answer = victim.post("/login" + session, form(token));
            assertThat(answer.statusCode()).isNotEqualTo(200);
            isRefused(victim, answer);
        }
    }

    @Test
    void whatAFormSaysOfViewsOfTheServerIsNotLookedAt() {
        Visitor visitor = new Visitor();
        Map<String, String> form = form(visitor.token("/login"));
        form.put("jakarta.faces.ViewState", "rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcA==");
        form.put("jakarta.faces.partial.ajax", "true");
        form.put("jakarta.faces.source", "login");
        form.put("password", "wrong");
        HttpResponse<String> answer = visitor.post("/login", form);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("Bad login.", "<html").doesNotContain("partial-response", "ViewState");
    }

    @Test
    void whoGuessesInTheFormIsToldHowLongToWait() {
        Visitor guesser = new Visitor().with("X-Forwarded-For", "203.0.113.77");
        String token = guesser.token("/login");
        HttpResponse<String> answer = null;
        for (int i = 0; i < 40 && (answer == null || answer.statusCode() == 200); i++) {
            answer = guesser.post(
                    "/login", Map.of("csrf", token, "username", "guessed in the form", "password", "wrong" + i));
        }
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.body()).containsPattern("Try again in \\d+ seconds");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }
}
