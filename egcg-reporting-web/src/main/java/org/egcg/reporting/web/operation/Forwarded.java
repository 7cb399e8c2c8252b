package org.egcg.reporting.web.operation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.List;
import java.util.Optional;

/**
 * A request that a known proxy has handed over: it comes from the last address in {@code X-Forwarded-For} that is no
 * known proxy's. Whoever is no known proxy may write there what he likes.
 */
final class Forwarded extends HttpServletRequestWrapper {

    private final String address;

    private Forwarded(HttpServletRequest request, String address) {
        super(request);
        this.address = address;
    }

    /** The request itself, unless a known proxy sent it. */
    static HttpServletRequest by(HttpServletRequest request, List<String> proxies) {
        if (!proxies.contains(request.getRemoteAddr())) {
            return request;
        }
        String[] addresses = Optional.ofNullable(request.getHeader("X-Forwarded-For"))
                .orElse("")
                .split(",");
        for (int i = addresses.length - 1; i >= 0; i--) {
            String address = addresses[i].strip();
            if (!address.isEmpty() && !proxies.contains(address)) {
                return new Forwarded(request, address);
            }
        }
        return request;
    }

    @Override
    public String getRemoteAddr() {
        return address;
    }
}
