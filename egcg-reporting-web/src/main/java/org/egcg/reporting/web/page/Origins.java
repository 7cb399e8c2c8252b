package org.egcg.reporting.web.page;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** Where browsers say that a form comes from. */
final class Origins {

    private Origins() {}

    /**
     * Whether nothing says that a request comes from another site. Browsers tell it themselves over HTTPS; else the
     * origin's host is the one that was asked for, here or at a proxy in front. What is no browser says nothing.
     */
    static boolean isOurs(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin") || site.equals("none");
        }
        String origin = request.getHeader("Origin");
        return origin == null
                || host(origin)
                        .filter(host -> host.equals(asked(request, "Host")) || host.equals(asked(request, "X-Forwarded-Host")))
                        .isPresent();
    }

    private static Optional<String> host(String origin) {
        try {
            return Optional.ofNullable(URI.create(origin).getRawAuthority()).map(Origins::plain);
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    private static String asked(HttpServletRequest request, String header) {
        return plain(Optional.ofNullable(request.getHeader(header)).orElse("").split(",", 2)[0]);
    }

    /** Ports that go without saying are sometimes said. */
    private static String plain(String host) {
        return host.strip().toLowerCase(Locale.ROOT).replaceFirst(":(80|443)$", "");
    }
}
