package org.egcg.reporting.web.operation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Optional;

/**
 * A request that a known proxy may have handed over: it comes from the last address in {@code X-Forwarded-For} that is no
 * known proxy's. A client that is no known proxy may write there what it likes.
 */
final class Forwarded extends HttpServletRequestWrapper {

    private final String address;

    private Forwarded(HttpServletRequest request, String address) {
        super(request);
        this.address = address;
    }

    /** The request with the address of whom it comes from; see {@link Caller#address} for where that is not at hand. */
    static HttpServletRequest by(HttpServletRequest request, Proxies proxies) {
        Optional<ClientAddress> peer = ClientAddress.of(request.getRemoteAddr());
        String address = peer.map(
                        known -> proxies.client(known, Collections.list(request.getHeaders("X-Forwarded-For"))))
                .map(ClientAddress::text)
                .orElse(request.getRemoteAddr());
        Caller.comesFrom(request, address);
        return new Forwarded(request, address);
    }

    /** The request as it came, from the proxy if there is one. */
    static HttpServletRequest sent(HttpServletRequest request) {
        return request instanceof Forwarded forwarded ? (HttpServletRequest) forwarded.getRequest() : request;
    }

    @Override
    public String getRemoteAddr() {
        return address;
    }

    @Override
    public String getRemoteHost() {
        return address;
    }
}
