package org.egcg.reporting.web.signin;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.egcg.reporting.signin.Begun.Remembered;

/**
 * A login at the provider that a browser has begun. The browser itself keeps it, sealed, for ten minutes.
 *
 * @param redirect where its user wanted to go
 * @param until when it is too late
 */
record Attempt(Remembered remembered, String redirect, Instant until) {

    private static final int PARTS = 5;

    String text() {
        return Stream.of(
                        remembered.state(),
                        remembered.nonce(),
                        remembered.verifier(),
                        redirect,
                        Long.toString(until.getEpochSecond()))
                .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    static Optional<Attempt> of(String text) {
        List<String> parts = Arrays.stream(text.split("&", -1))
                .map(part -> URLDecoder.decode(part, StandardCharsets.UTF_8))
                .toList();
        return parts.size() == PARTS
                ? Optional.of(new Attempt(
                        new Remembered(parts.get(0), parts.get(1), parts.get(2)),
                        parts.get(3),
                        Instant.ofEpochSecond(Long.parseLong(parts.get(4)))))
                : Optional.empty();
    }
}
