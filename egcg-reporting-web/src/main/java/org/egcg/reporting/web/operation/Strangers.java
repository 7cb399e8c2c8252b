package org.egcg.reporting.web.operation;

/**
 * The turns of requests whose users are not known, counted by network. Suspects have turns of their own, so that those who
 * attack wait for each other, and a user who comes in for the first time does not wait for them. Thread-safe.
 *
 * @param turns of networks that nothing speaks against
 * @param suspected of the others
 * @param bodies of requests whose bodies are awaited: they keep others from nothing but sending bodies
 */
record Strangers(RequestLimiter turns, RequestLimiter suspected, RequestLimiter bodies, Suspects suspects) {

    RequestLimiter of(String network) {
        return suspects.contain(network) ? suspected : turns;
    }
}
