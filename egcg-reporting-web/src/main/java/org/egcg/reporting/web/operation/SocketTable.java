package org.egcg.reporting.web.operation;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads Linux's tables of connections, {@code /proc/net/tcp} and {@code tcp6}. */
final class SocketTable {

    /** CLOSE_WAIT: the other end has ended the connection, and this one has not yet. */
    private static final String ENDED_BY_THE_OTHER = "08";

    private static final int WORD = 4;

    private SocketTable() {}

    /** Of a connection: the port here, and the other end. */
    record Ends(int port, InetSocketAddress other) {}

    /** The connections that the other end has ended. */
    static Set<Ends> ended(Stream<String> lines) {
        return lines.map(line -> List.of(line.strip().split("\\s+")))
                .filter(columns -> columns.size() > 3 && columns.get(3).equals(ENDED_BY_THE_OTHER))
                .flatMap(columns -> ends(columns.get(1), columns.get(2)).stream())
                .collect(Collectors.toSet());
    }

    private static Optional<Ends> ends(String here, String there) {
        try {
            return Optional.of(new Ends(port(here), new InetSocketAddress(address(there), port(there))));
        } catch (UnknownHostException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static int port(String end) {
        return Integer.parseInt(end.substring(end.indexOf(':') + 1), 16);
    }

    /** Words are in the order of the processor, the least byte first on all that we know. */
    private static InetAddress address(String end) throws UnknownHostException {
        byte[] words = HexFormat.of().parseHex(end.substring(0, end.indexOf(':')));
        byte[] address = new byte[words.length];
        for (int i = 0; i < words.length; i++) {
            address[i] = words[i / WORD * WORD + WORD - 1 - i % WORD];
        }
        return InetAddress.getByAddress(address);
    }
}
