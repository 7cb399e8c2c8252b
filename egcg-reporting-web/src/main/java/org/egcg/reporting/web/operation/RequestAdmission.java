package org.egcg.reporting.web.operation;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import org.egcg.reporting.error.ReportingException.Busy;

/**
 * Gives each request its turn: among those of the user whose credentials it shows, if they were good before, else among
 * the few of strangers. Thread-safe.
 *
 * @param users turns of requests whose users are known
 * @param strangers turns of the others, counted by network
 * @param bodies turns of strangers whose bodies are awaited, counted by network as well: they keep other strangers from
 *     nothing but sending bodies
 * @param memory what all share for what clients send
 */
record RequestAdmission(
        RequestLimiter users, RequestLimiter strangers, RequestLimiter bodies, MemoryBudget memory, Familiar familiar) {

    /** @throws Busy if there is no turn to be had in time */
    RequestSlot admit(HttpServletRequest request) {
        String network = ClientAddress.network(request.getRemoteAddr());
        Optional<String> credentials = familiar.credentials(request, network);
        Optional<String> user = credentials.flatMap(familiar::user);
        RequestLimiter turns = user.isPresent() ? users : strangers;
        String whose = user.orElse(network);
        if (!turns.begin(whose)) {
            throw new Busy(user.isPresent() ? RequestSlot.USERS_TAKEN : RequestSlot.STRANGERS_TAKEN);
        }
        int query = Objects.toString(request.getQueryString(), "").length();
        return new RequestSlot(this, credentials, query, turns, whose);
    }
}
