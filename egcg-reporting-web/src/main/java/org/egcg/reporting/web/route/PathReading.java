package org.egcg.reporting.web.route;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.egcg.reporting.web.route.RequestPath.Normal;
import org.egcg.reporting.web.route.RequestPath.Odd;

/** How a {@link RequestPath} is read: decoded once, strictly, and compared with how the server has read it. */
public record PathReading(String sent, String served) {

    private static final Pattern ENCODED = Pattern.compile("%[0-9A-Fa-f]{2}");
    private static final Pattern ENCODED_SLASH = Pattern.compile("%2[Ff]");

    /** What is no UTF-8; some servers put this in its place. */
    private static final char BROKEN = '\uFFFD';

    private static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;

        Unreadable(String why) {
            super(why);
        }
    }

    /** The path that a request asks for. */
    public static RequestPath of(HttpServletRequest request) {
        String sent = request.getRequestURI();
        String context = request.getContextPath();
        if (request.isRequestedSessionIdFromURL()) {
            return new Odd("has a session in it");
        }
        String path = sent.startsWith(context) ? sent.substring(context.length()) : sent;
        return of(
                path,
                request.getServletPath()
                        + Optional.ofNullable(request.getPathInfo()).orElse(""));
    }

    /**
     * @param sent the path as the server hands it on: as it was sent, or decoded already
     * @param served the path by which the server has chosen what answers
     */
    public static RequestPath of(String sent, String served) {
        return new PathReading(sent, served).target();
    }

    private RequestPath target() {
        if (!sent.startsWith("/")) {
            return new Odd("is no path");
        }
        if (sent.indexOf('#') >= 0) {
            return new Odd("has a fragment");
        }
        try {
            List<String> segments = new ArrayList<>();
            for (String segment : sent.substring(1).split("/", -1)) {
                segments.add(decoded(segment));
            }
            return checked(segments);
        } catch (Unreadable odd) {
            return new Odd(odd.getMessage());
        }
    }

    /** Some servers hand a path on that is decoded but for its slashes. */
    private boolean isDecoded() {
        return sent.equals(served);
    }

    private String decoded(String segment) throws Unreadable {
        String text = isDecoded() ? ENCODED_SLASH.matcher(segment).replaceAll("/") : percentDecoded(segment);
        if (ENCODED.matcher(text).find()) {
            throw new Unreadable("is encoded twice");
        }
        return text;
    }

    private static String percentDecoded(String text) throws Unreadable {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (letter == '%') {
                bytes.write(octet(text, at + 1));
                at += 2;
            } else if (letter <= 0xff) {
                bytes.write(letter);
            } else {
                bytes.writeBytes(String.valueOf(letter).getBytes(StandardCharsets.UTF_8));
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException broken) {
            throw new Unreadable("is not UTF-8");
        }
    }

    private static int octet(String text, int at) throws Unreadable {
        int high = at + 1 < text.length() ? Character.digit(text.charAt(at), 16) : -1;
        int low = at + 1 < text.length() ? Character.digit(text.charAt(at + 1), 16) : -1;
        if (high < 0 || low < 0) {
            throw new Unreadable("has a percent sign that encodes nothing");
        }
        return high * 16 + low;
    }

    private RequestPath checked(List<String> segments) {
        String path = "/" + String.join("/", segments);
        int last = segments.size() - 1;
        boolean slashes = segments.stream().anyMatch(segment -> segment.indexOf('/') >= 0);
        if (path.indexOf(';') >= 0) {
            return new Odd("has parameters");
        } else if (path.indexOf('\\') >= 0 || path.indexOf(BROKEN) >= 0) {
            return new Odd("has a character that stands in no address");
        } else if (path.chars().anyMatch(Character::isISOControl)) {
            return new Odd("has a control character");
        } else if (List.of(path.split("/", -1)).stream().anyMatch(part -> part.equals(".") || part.equals(".."))) {
            return new Odd("has parts that are only dots");
        } else if (slashes && (last == 0 || !isOneName(segments))) {
            return new Odd("has an encoded slash");
        } else if (segments.subList(0, last).contains("")) {
            return Odd.EMPTY_SEGMENT;
        } else if (!isDecoded() && !isSame(path)) {
            return new Odd("can be read in two ways");
        }
        return new Normal(
                segments.stream().map(segment -> segment.replace('+', ' ')).toList(), !slashes);
    }

    /** Whether slashes are in the last part alone, and not at its ends or beside each other. */
    private static boolean isOneName(List<String> segments) {
        int last = segments.size() - 1;
        return segments.subList(0, last).stream().noneMatch(segment -> segment.indexOf('/') >= 0)
                && !List.of(segments.get(last).split("/", -1)).contains("");
    }

    /** Servers leave an encoded slash as it is or decode it, and a plus as it is or make it a blank. */
    private boolean isSame(String path) {
        String read = ENCODED_SLASH.matcher(served).replaceAll("/");
        return read.equals(path) || read.equals(path.replace('+', ' '));
    }
}
