package org.egcg.reporting.board;

import java.time.Instant;
import java.util.Objects;

/**
 * A secret address of the board, without the secret.
 *
 * @param id tells it from others; the secret cannot be made of it
 * @param name what the screen is called
 * @param by who has made it
 */
public record BoardAddress(String id, String name, String by, Instant made) {
    public BoardAddress {
        Objects.requireNonNull(id);
        Objects.requireNonNull(name);
        Objects.requireNonNull(by);
        Objects.requireNonNull(made);
    }
}
