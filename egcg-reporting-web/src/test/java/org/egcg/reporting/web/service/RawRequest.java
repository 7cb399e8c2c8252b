package org.egcg.reporting.web.service;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A request as bytes on the wire, so that it may be what no client library would send.
 *
 * @param target path and query, as they stand in the request line
 * @param headers whole lines, without Host, Content-Length and Connection
 */
@SuppressWarnings("ArrayRecordComponent") // nobody changes or compares bodies
record RawRequest(String method, String target, List<String> headers, byte[] body) {

    private static final int PATIENCE = 60_000;

    RawRequest with(String header) {
        List<String> more = new ArrayList<>(headers);
        String name = header.split(":", 2)[0].toLowerCase(java.util.Locale.ROOT) + ":";
        more.removeIf(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith(name));
        more.add(header);
        return new RawRequest(method, target, more, body);
    }

    RawRequest method(String other) {
        return new RawRequest(other, target, headers, body);
    }

    RawRequest target(String other) {
        return new RawRequest(method, other, headers, body);
    }

    RawRequest body(byte[] other) {
        return new RawRequest(method, target, headers, other);
    }

    private byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: localhost\r\n");
        headers.forEach(line -> head.append(line).append("\r\n"));
        head.append("Connection: close\r\n");
        if (body.length > 0) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        bytes.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }

    /** The first line of the answer; {@code none} if the connection ends without one, {@code late} if nothing comes. */
    String send(int port) {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(PATIENCE);
            try {
                socket.getOutputStream().write(bytes());
            } catch (IOException refusedBeforeItWasSent) {
                // the answer may be there all the same
            }
            return answer(socket);
        } catch (java.net.SocketTimeoutException silent) {
            return "late";
        } catch (IOException ended) {
            return "none";
        }
    }

    private static String answer(Socket socket) throws IOException {
        StringBuilder line = new StringBuilder();
        byte[] buffer = new byte[16_384];
        int read = socket.getInputStream().read(buffer);
        while (read >= 0) {
            if (line.length() < buffer.length) {
                line.append(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
            }
            read = socket.getInputStream().read(buffer);
        }
        String whole = line.toString().replaceFirst("^HTTP/1.1 100 [^\r]*\r\n\r\n", "");
        int end = whole.indexOf("\r\n");
        return end < 0 ? "none" : whole.substring(0, end);
    }

    @Override
    public String toString() {
        String text = new String(bytes(), StandardCharsets.UTF_8);
        return text.length() <= 1500 ? text : text.substring(0, 1500) + "… (" + text.length() + ")";
    }
}
