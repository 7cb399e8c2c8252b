package org.egcg.reporting.client;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * One attempt on the wire, over.
 *
 * @param attempt counts from 1; 2 and more are repetitions of the same request
 * @param response the answer of whatever status; empty when none came
 * @param failure why no answer came; empty when one did
 * @param took from sending to the last byte
 */
public record Exchange(
        String method,
        URI uri,
        int attempt,
        Optional<RestResponse> response,
        Optional<Throwable> failure,
        Duration took) {}
