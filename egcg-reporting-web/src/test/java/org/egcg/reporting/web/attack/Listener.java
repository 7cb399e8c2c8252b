package org.egcg.reporting.web.attack;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * A socket on which a process waits for whoever comes, as Linux tells it.
 *
 * @param protocol {@code tcp} or {@code udp}
 */
record Listener(String protocol, InetAddress address, int port) {

    private static final String LISTENS = "0A";

    /**
     * Of a process, all that it has started, and all that work in a directory or below: what starts as a daemon, such as
     * PostgreSQL, is nobody's child.
     */
    static List<Listener> of(ProcessHandle process, Path directory) throws IOException {
        Set<String> inodes = new HashSet<>();
        for (ProcessHandle each : ProcessHandle.allProcesses().toList()) {
            boolean isOurs = each.equals(process)
                    || process.descendants().anyMatch(each::equals)
                    || target(Path.of("/proc", String.valueOf(each.pid()), "cwd"))
                            .startsWith(directory + "/");
            if (isOurs) {
                inodes.addAll(sockets(each.pid()));
            }
        }
        List<Listener> listeners = new ArrayList<>();
        for (String table : List.of("tcp", "tcp6", "udp", "udp6")) {
            for (String line : Files.readAllLines(Path.of("/proc/net", table))) {
                String[] columns = line.strip().split("\\s+");
                boolean waits = table.startsWith("udp") || columns[3].equals(LISTENS);
                if (waits && columns.length > 9 && inodes.contains(columns[9])) {
                    listeners.add(read(table.substring(0, 3), columns[1]));
                }
            }
        }
        return listeners;
    }

    private static Set<String> sockets(long pid) throws IOException {
        Set<String> inodes = new HashSet<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of("/proc", String.valueOf(pid), "fd"))) {
            for (Path file : files) {
                String target = target(file);
                if (target.startsWith("socket:[")) {
                    inodes.add(target.substring("socket:[".length(), target.length() - 1));
                }
            }
        } catch (NoSuchFileException ended) {
            return Set.of();
        }
        return inodes;
    }

    private static String target(Path file) {
        try {
            return Files.readSymbolicLink(file).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }

    /** The kernel writes addresses as words of the machine's byte order. */
    private static Listener read(String protocol, String local) throws IOException {
        int colon = local.indexOf(':');
        ByteBuffer words = ByteBuffer.wrap(HexFormat.of().parseHex(local.substring(0, colon)));
        ByteBuffer address = ByteBuffer.allocate(words.capacity()).order(ByteOrder.nativeOrder());
        while (words.hasRemaining()) {
            address.putInt(words.getInt());
        }
        int port = Integer.parseInt(local.substring(colon + 1), 16);
        return new Listener(protocol, InetAddress.getByAddress(address.array()), port);
    }
}
