package org.egcg.reporting.web.operation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.Optional;
import org.egcg.reporting.error.ReportingException.Busy;

/**
 * Gives each request its turn: among those of the user whose credentials it shows, if they were good before, else among
 * the few of strangers. Thread-safe.
 */
record RequestAdmission(RequestPools pools) {

    /** @throws Busy if there is no turn to be had in time */
    RequestSlot admit(HttpServletRequest request) {
        String network = ClientAddress.network(request.getRemoteAddr());
        Optional<String> credentials = pools.familiar().credentials(request, network);
        Optional<String> user = credentials.flatMap(pools.familiar()::user);
        RequestLimiter turns =
                user.isPresent() ? pools.users() : pools.strangers().of(network);
        String whose = user.orElse(network);
        if (!turns.begin(whose)) {
            throw new Busy(user.isPresent() ? RequestSlot.USERS_TAKEN : RequestSlot.STRANGERS_TAKEN);
        }
        int query = Objects.toString(request.getQueryString(), "").length();
        return new RequestSlot(pools, credentials, query, turns, whose);
    }

    /** How a request was answered; a challenge to show credentials does not count against its client. */
    void answered(HttpServletRequest request, int status) {
        boolean challenged =
                status == HttpServletResponse.SC_UNAUTHORIZED && request.getHeader("Authorization") == null;
        if (Caller.of(request).isEmpty() && !challenged) {
            pools.strangers().suspects().answered(ClientAddress.network(request.getRemoteAddr()), status);
        }
    }
}
