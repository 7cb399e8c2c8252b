package org.egcg.reporting.signin;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.egcg.reporting.config.SignInSettings;
import org.egcg.reporting.security.ExternalUser;
import org.egcg.reporting.security.Source;
import org.egcg.reporting.security.internal.SecurityLog;

/**
 * Users whom a proxy in front of the service has let in and names in a header. Only the proxies that are known are
 * believed: what others write there is ignored, and noted now and then. A header that stands there twice is
 * never believed, for one of the two may be what a client sent. Thread-safe.
 */
public final class ProxyHeaders {

    private static final Pattern LITERAL = Pattern.compile("[0-9.]+|\\[?[0-9A-Fa-f:.%]*:[0-9A-Za-z:.%]*\\]?");
    private static final long PAUSE = Duration.ofMinutes(1).toNanos();

    private final SignInSettings.Header header;
    private final Set<String> proxies;
    private final AtomicLong noted = new AtomicLong(System.nanoTime() - PAUSE);

    /** @param proxies the addresses of those who are believed */
    public ProxyHeaders(SignInSettings.Header header, List<String> proxies) {
        this.header = header;
        this.proxies = proxies.stream().map(ProxyHeaders::address).collect(Collectors.toUnmodifiableSet());
    }

    /** An address in one spelling; names are not looked up. */
    private static String address(String text) {
        try {
            return LITERAL.matcher(text).matches() ? InetAddress.getByName(text).getHostAddress() : text;
        } catch (UnknownHostException noAddress) {
            return text;
        }
    }

    /**
     * Whom a request is from.
     *
     * @param peer the address at the other end of the socket, whatever headers say
     * @param headers the values of a request's header, a line each
     */
    public Optional<ExternalUser> user(String peer, Function<String, List<String>> headers) {
        List<String> users = headers.apply(header.user());
        List<String> groups = header.groups().map(headers).orElse(List.of());
        if (users.isEmpty()) {
            return Optional.empty();
        }
        if (!proxies.contains(address(peer))) {
            note("a header for proxies from somebody else", peer);
            return Optional.empty();
        }
        if (users.size() > 1 || groups.size() > 1) {
            note("a header of a proxy stands there twice", peer);
            return Optional.empty();
        }
        return read(users.get(0))
                .flatMap(ExternalNames::acceptable)
                .map(name -> new ExternalUser(Source.PROXY, name, name, groups(groups)));
    }

    private Set<String> groups(List<String> lines) {
        return lines.stream()
                .flatMap(line -> read(line).stream())
                .flatMap(line -> Arrays.stream(line.split(Pattern.quote(header.separator()))))
                .filter(name -> !name.isBlank())
                .map(Groups::normal)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Servers hand headers on byte by byte; proxies write UTF-8. Empty if it is none. */
    private static Optional<String> read(String line) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString());
        } catch (CharacterCodingException other) {
            return Optional.empty();
        }
    }

    private void note(String event, String peer) {
        long last = noted.get();
        if (System.nanoTime() - last >= PAUSE && noted.compareAndSet(last, System.nanoTime())) {
            SecurityLog.warn(event, "header", header.user(), "address", peer);
        }
    }
}
