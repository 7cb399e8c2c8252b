package org.egcg.reporting.web.rest;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.error.ReportingException.TooLarge;

/**
 * Takes {@code name=value&name=value} apart, as pipelines encode it and as browsers leave it raw: {@code %41} is a
 * byte of UTF-8, {@code +} a blank, a {@code %} that leads nowhere itself, and everything else stands for itself.
 */
final class Decoding {

    /** How many arguments or fields one request may have. */
    static final int MOST = 1000;

    /** A name with its value; the value is empty if there is none. */
    record Pair(String name, String value) {}

    private Decoding() {}

    /**
     * The pairs in the order in which they were sent.
     *
     * @throws TooLarge if they are more than {@value #MOST}
     */
    static List<Pair> pairs(String text) {
        List<Pair> pairs = new ArrayList<>();
        for (StringTokenizer parts = new StringTokenizer(text, "&"); parts.hasMoreTokens(); ) {
            if (pairs.size() == MOST) {
                throw new TooLarge("More than " + MOST + " arguments or fields were sent.");
            }
            String part = parts.nextToken();
            int equals = part.indexOf('=');
            if (equals >= 0) {
                pairs.add(new Pair(decoded(part.substring(0, equals)), decoded(part.substring(equals + 1))));
            } else {
                pairs.add(new Pair(decoded(part), ""));
            }
        }
        return pairs;
    }

    /**
     * The text that an encoded one stands for.
     *
     * @throws Malformed if its bytes are no UTF-8, or NUL is among them
     */
    static String decoded(String encoded) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
        for (int at = 0; at < encoded.length(); at++) {
            char letter = encoded.charAt(at);
            if (letter == '%' && isByte(encoded, at)) {
                bytes.write(Integer.parseInt(encoded, at + 1, at + 3, 16));
                at += 2;
            } else if (letter == '+') {
                bytes.write(' ');
            } else {
                raw(letter, bytes);
            }
        }
        return utf8(bytes.toByteArray());
    }

    /** Servers hand over raw bytes beyond ASCII as one character each. */
    private static void raw(char letter, ByteArrayOutputStream bytes) {
        if (letter <= 0xff) {
            bytes.write(letter);
        } else {
            bytes.writeBytes(String.valueOf(letter).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static boolean isByte(String encoded, int percent) {
        return percent + 2 < encoded.length()
                && Character.digit(encoded.charAt(percent + 1), 16) >= 0
                && Character.digit(encoded.charAt(percent + 2), 16) >= 0;
    }

    private static String utf8(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.indexOf('\0') >= 0) {
                throw new Malformed("arguments: one contains a NUL character");
            }
            return text;
        } catch (CharacterCodingException broken) {
            throw new Malformed("arguments: one is not UTF-8", broken);
        }
    }
}
