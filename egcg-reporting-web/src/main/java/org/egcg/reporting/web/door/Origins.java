package org.egcg.reporting.web.door;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Whose pages may make a browser ask for something. Programs name no origin, and are not meant.
 *
 * @param allowed origins such as {@code https://lims.example.org}; a star stands for all
 * @param proxies the addresses of those that tell truly which host a browser has asked
 */
public record Origins(List<String> allowed, List<String> proxies) {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final Set<String> OWN = Set.of("same-origin", "none");

    public Origins {
        allowed = List.copyOf(allowed);
        proxies = List.copyOf(proxies);
    }

    /** Whether pages of an origin may read what the API answers. */
    public boolean mayRead(String origin) {
        return allowed.contains(origin) || (allowed.contains("*") && !origin.equals("null"));
    }

    /** Whether a request would change something for a page that is not ours. */
    public boolean isForged(HttpServletRequest request) {
        String override = request.getHeader("X-HTTP-Method-Override");
        return !(isSafe(request.getMethod()) && (override == null || isSafe(override)))
                && isForeign(all(request, "Origin"), all(request, "Sec-Fetch-Site"), host(request));
    }

    private static List<String> all(HttpServletRequest request, String header) {
        return Collections.list(request.getHeaders(header));
    }

    /**
     * Whether a page that is not ours asks. Where browsers say how a page's site stands to this one, that counts: a proxy
     * may have changed the host. The opaque origin, {@code null}, never counts as ours.
     */
    boolean isForeign(List<String> origins, List<String> sites, String host) {
        if (origins.size() == 1 && mayRead(origins.get(0))) {
            return false;
        } else if (sites.isEmpty()) {
            return !origins.isEmpty() && !isHere(origins, host);
        }
        return !OWN.containsAll(sites) || origins.contains("null");
    }

    private static boolean isSafe(String method) {
        return SAFE.contains(method.strip().toUpperCase(Locale.ROOT));
    }

    /** A proxy may have ended TLS, so that the scheme says nothing. */
    private static boolean isHere(List<String> origins, String host) {
        return origins.size() == 1
                && authority(origins.get(0)).filter(plain(host)::equals).isPresent();
    }

    private static Optional<String> authority(String origin) {
        try {
            URI uri = URI.create(origin);
            return Optional.ofNullable(uri.getScheme() == null ? null : uri.getRawAuthority())
                    .map(Origins::plain);
        } catch (IllegalArgumentException noOrigin) {
            return Optional.empty();
        }
    }

    private String host(HttpServletRequest request) {
        String forwarded = request.getHeader("X-Forwarded-Host");
        String host = forwarded != null && isFromProxy(request) ? forwarded : request.getHeader("Host");
        return host == null ? "" : host.strip();
    }

    private static String plain(String authority) {
        return authority.toLowerCase(Locale.ROOT).replaceFirst(":(80|443)$", "");
    }

    /** A filter that wraps a request may give it the address of the client behind the proxy. */
    private boolean isFromProxy(HttpServletRequest request) {
        ServletRequest sent = request;
        while (sent instanceof ServletRequestWrapper wrapper) {
            sent = wrapper.getRequest();
        }
        return proxies.contains(sent.getRemoteAddr());
    }
}
