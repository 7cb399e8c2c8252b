package org.egcg.reporting.notice;

import java.time.Instant;
import java.util.Optional;

/**
 * How it stands with a receiver of messages.
 *
 * @param owner id of the account whose it is; empty text for the facility
 * @param waiting how many notices wait for it
 * @param failures how often sending has failed since it last succeeded
 * @param error why it failed last; empty text if it did not
 * @param next when it is tried again
 */
public record Receiver(
        String owner,
        Channel channel,
        String target,
        int waiting,
        int failures,
        String error,
        Optional<Instant> next,
        Optional<Instant> sent) {

    /** Whether it has not taken what was sent last. */
    public boolean isFailing() {
        return failures > 0;
    }
}
