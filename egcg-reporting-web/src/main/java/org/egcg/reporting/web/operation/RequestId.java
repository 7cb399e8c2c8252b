package org.egcg.reporting.web.operation;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/**
 * By which a request is found again in the logs of all programs that had to do with it: what the client or a proxy sent as
 * {@code X-Request-Id}, if it is 8 to 64 letters, digits, dots, dashes or underscores, and otherwise a random one.
 */
record RequestId(String text) {

    static final String HEADER = "X-Request-Id";

    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{8,64}");

    /** @param sent what was sent; null if nothing was */
    static RequestId of(String sent) {
        return new RequestId(sent != null && SANE.matcher(sent).matches() ? sent : random());
    }

    private static String random() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }
}
