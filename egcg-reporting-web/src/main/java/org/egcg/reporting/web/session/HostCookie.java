package org.egcg.reporting.web.session;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A cookie of this host alone: no script reads it, and other sites' forms do not send it. Where HTTPS is configured its
 * name keeps browsers from taking it from any host but this one over HTTPS.
 *
 * @param secure whether browsers send it over HTTPS only
 */
public record HostCookie(String name, boolean secure) {

    /**
     * @param https whether the configuration says that browsers come by HTTPS only; else the request tells
     */
    public static HostCookie of(String name, HttpServletRequest request, boolean https) {
        return new HostCookie(https ? "__Host-" + name : name, https || isByTls(request));
    }

    /** Here, or at a proxy that says so. */
    private static boolean isByTls(HttpServletRequest request) {
        String scheme = Optional.ofNullable(request.getHeader("X-Forwarded-Proto"))
                .orElse("")
                .split(",", 2)[0]
                .strip();
        return request.isSecure() || scheme.toLowerCase(Locale.ROOT).equals("https");
    }

    /** Its value in a request. Of several of this name none counts: one of them may have been planted. */
    public Optional<String> in(HttpServletRequest request) {
        Cookie[] sent = request.getCookies() == null ? new Cookie[0] : request.getCookies();
        List<String> values = Arrays.stream(sent)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .filter(value -> value != null && !value.isEmpty())
                .toList();
        return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }

    /** Gives it to the browser until that is closed. The value needs no quotes. */
    public void give(HttpServletResponse response, String value) {
        set(response, value, "");
    }

    /** Gives it to the browser for a while. */
    public void lend(HttpServletResponse response, String value, Duration time) {
        set(response, value, "; Max-Age=" + time.toSeconds());
    }

    public void remove(HttpServletResponse response) {
        set(response, "", "; Max-Age=0");
    }

    private void set(HttpServletResponse response, String value, String end) {
        response.addHeader(
                "Set-Cookie",
                name + "=" + value + "; Path=/; HttpOnly; SameSite=Lax" + (secure ? "; Secure" : "") + end);
    }
}
