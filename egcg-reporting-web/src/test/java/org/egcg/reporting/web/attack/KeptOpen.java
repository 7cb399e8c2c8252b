package org.egcg.reporting.web.attack;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One client that asks one thing after the other, on the same connection as long as the server keeps it. */
final class KeptOpen implements AutoCloseable {

    private static final int PATIENCE = 30_000;

    private final int port;
    private Socket socket;
    private InputStream in;

    KeptOpen(int port) {
        this.port = port;
    }

    /** An answer; its status is 0 if the server ended the connection instead. */
    record Answer(int status, List<String> headers, String body) {

        private static final Answer NONE = new Answer(0, List.of(), "");

        Optional<String> header(String name) {
            String start = name.toLowerCase(Locale.ROOT) + ":";
            return headers.stream()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                    .map(line -> line.substring(start.length()).strip())
                    .findFirst();
        }

        /** Everything that came, as text. */
        String text() {
            return String.join("\n", headers) + "\n\n" + body;
        }
    }

    /** @param request the whole request, as bytes of ISO 8859-1 */
    Answer ask(String request) {
        for (int attempt = 0; attempt < 2; attempt++) {
            boolean fresh = socket == null;
            try {
                return asked(request);
            } catch (IOException ended) {
                close();
                if (fresh) {
                    return Answer.NONE;
                }
            }
        }
        return Answer.NONE;
    }

    private Answer asked(String request) throws IOException {
        if (socket == null) {
            socket = new Socket("localhost", port);
            socket.setSoTimeout(PATIENCE);
            in = new BufferedInputStream(socket.getInputStream());
        }
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        Answer answer = answer(request.startsWith("HEAD "));
        if (answer.header("Connection").filter("close"::equalsIgnoreCase).isPresent()
                || request.contains(" HTTP/1.0\r\n")) {
            close();
        }
        return answer;
    }

    private Answer answer(boolean head) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            lines.add(line);
        }
        int status = Integer.parseInt(lines.get(0).substring(9, 12));
        Answer started = new Answer(status, lines.subList(1, lines.size()), "");
        boolean empty = head || status == 204 || status == 304 || status < 200;
        return new Answer(status, started.headers(), empty ? "" : body(started));
    }

    private String body(Answer started) throws IOException {
        Optional<Integer> length = started.header("Content-Length").map(Integer::valueOf);
        if (length.isPresent()) {
            return new String(in.readNBytes(length.get()), StandardCharsets.UTF_8);
        }
        if (started.header("Transfer-Encoding").isEmpty()) {
            String rest = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            close();
            return rest;
        }
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            chunks.writeBytes(in.readNBytes(size));
            line();
        }
        line();
        return chunks.toString(StandardCharsets.UTF_8);
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int letter = in.read(); letter != '\n'; letter = in.read()) {
            if (letter < 0) {
                throw new IOException("the server ended the connection");
            }
            line.write(letter);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    @Override
    public void close() {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException closedAlready) {
            // as wanted
        }
        socket = null;
    }
}
