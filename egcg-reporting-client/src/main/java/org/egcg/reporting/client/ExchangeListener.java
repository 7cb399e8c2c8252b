package org.egcg.reporting.client;

import java.net.URI;

/**
 * Told about every attempt on the wire, for metrics and traces. Called on the thread that makes the request; what it
 * throws is logged and otherwise ignored. Must be thread-safe.
 */
@FunctionalInterface
public interface ExchangeListener {

    /** An attempt ended: with an answer of any status, or without one. */
    void ended(Exchange exchange);

    /** An attempt is about to be sent; {@code attempt} counts from 1. */
    default void starting(String method, URI uri, int attempt) {}
}
