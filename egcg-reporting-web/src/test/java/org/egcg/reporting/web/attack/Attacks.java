package org.egcg.reporting.web.attack;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.egcg.reporting.testkit.RunningServer;

/** What takes the service from others, if it can: by slowness, by size, and by work that costs the attacker nothing. */
final class Attacks {

    private static final int PATIENCE = 60_000;
    private static final int LARGE = 60_000_000;

    private final RunningServer server;
    private final Map<String, LongAdder> answers = new ConcurrentSkipListMap<>();
    private final Map<String, String> failures = new ConcurrentSkipListMap<>();
    private final byte[] objects = "{},".repeat(100_000).getBytes(StandardCharsets.UTF_8);
    private final AtomicInteger next = new AtomicInteger();

    Attacks(RunningServer server) {
        this.server = server;
    }

    /** What was answered first of all that must never be answered, by attack. */
    Map<String, String> failures() {
        return failures;
    }

    /** How often each was answered what, for the record. */
    @Override
    public String toString() {
        return answers.toString();
    }

    /** Logins whose bodies come a byte every few seconds, from a handful of addresses. */
    void slowLogins(Load load, int sockets, int addresses) {
        for (int i = 0; i < sockets; i++) {
            String address = "203.0.113." + i % addresses;
            String head = head(
                    "POST",
                    "/login",
                    address,
                    "Content-Type: application/x-www-form-urlencoded",
                    "Content-Length: 5000");
            byte[] begun = (head + "a=").getBytes(StandardCharsets.ISO_8859_1);
            load.add(100, () -> drip(load, "slow login", begun, 5000));
        }
    }

    /** Heads of requests that never end. */
    void unfinishedHeads(Load load, int sockets) {
        byte[] large = unfinished(3_900_000);
        byte[] small = unfinished(100_000);
        for (int i = 0; i < sockets; i++) {
            byte[] head = i % 2 == 0 ? large : small;
            load.add(500, () -> drip(load, "unfinished head", head, 5000));
        }
    }

    private static byte[] unfinished(int length) {
        return ("GET / HTTP/1.1\r\nHost: localhost\r\nX-Large: " + "x".repeat(length))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Sixty megabytes that would be twenty million objects, with and without saying how many. */
    void largeBodies(Load load, int sockets) {
        for (int i = 0; i < sockets; i++) {
            boolean chunked = i % 2 == 0;
            load.add(200, () -> large(load, chunked));
        }
    }

    /** New passwords that take long to judge, and are refused in the end. */
    void longPasswords(Load load, int people) {
        for (int i = 0; i < people; i++) {
            String address = "203.0.113." + (60 + i);
            load.add(200, () -> {
                DistantVisitor visitor = DistantVisitor.loggedIn(server, address, "demo");
                for (String word : List.of("p4$$w0rD", "qwertz12", "aAaAaAaA", "1l0v3Y0u")) {
                    String wanted = word.repeat(32);
                    note("long password", visitor.submit("/change_password", AttackedServer.PASSWORD, wanted, wanted));
                }
            });
        }
    }

    /** Names that nobody has. */
    void inventedNames(Load load, int connections, int addresses) {
        for (int i = 0; i < connections; i++) {
            String address = "203.0.113." + (100 + i % addresses);
            load.add(
                    250,
                    () -> note(
                            "invented name",
                            Wire.exchange(
                                    server.port(),
                                    head(
                                            "GET",
                                            "/api/0.1/runs",
                                            address,
                                            "Connection: close",
                                            "Authorization: Basic " + invented()))));
        }
    }

    private static String invented() {
        return Base64.getEncoder()
                .encodeToString((UUID.randomUUID() + ":" + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8));
    }

    private static String head(String method, String path, String address, String... headers) {
        return method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: " + address + "\r\n"
                + String.join("\r\n", headers) + "\r\n\r\n";
    }

    private void note(String attack, String answer) {
        int status = Wire.status(answer);
        if (status == 500) {
            failures.putIfAbsent(attack, answer);
        }
        note(attack, status);
    }

    private void note(String attack, int status) {
        answers.computeIfAbsent(attack + " " + status, absent -> new LongAdder())
                .increment();
    }

    /** Sends a beginning, and then a byte at a time until the server has had enough. */
    private void drip(Load load, String attack, byte[] begun, int pause) throws IOException {
        try (Socket socket = load.connected(server.port())) {
            socket.setSoTimeout(pause);
            socket.getOutputStream().write(begun);
            for (int dripped = 0; dripped < PATIENCE / pause; dripped++) {
                String answer = Wire.begun(socket);
                if (!answer.isEmpty()) {
                    note(attack, answer);
                    return;
                }
                socket.getOutputStream().write('x');
            }
        } catch (IOException ended) {
            note(attack, 0);
        }
    }

    private void large(Load load, boolean chunked) throws IOException {
        String length = chunked ? "Transfer-Encoding: chunked" : "Content-Length: " + LARGE;
        String address = "203.0.113." + (50 + next.getAndIncrement() % 5);
        try (Socket socket = load.connected(server.port())) {
            socket.setSoTimeout(PATIENCE);
            OutputStream out = socket.getOutputStream();
            out.write(head(
                            "POST",
                            "/api/0.1/actions/explain?resource=runs&id=r",
                            address,
                            Wire.basic("reader"),
                            "Content-Type: application/json",
                            length)
                    .getBytes(StandardCharsets.UTF_8));
            byte[] first = Arrays.copyOf("{\"a\":[".getBytes(StandardCharsets.UTF_8), 6);
            send(out, first, chunked);
            for (int sent = 0; sent < LARGE && socket.getInputStream().available() == 0; sent += objects.length) {
                send(out, objects, chunked);
            }
            note("large body", Wire.begun(socket));
        } catch (IOException ended) {
            note("large body", 0);
        }
    }

    private static void send(OutputStream out, byte[] bytes, boolean chunked) throws IOException {
        if (chunked) {
            out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        }
        out.write(bytes);
        if (chunked) {
            out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
    }
}
