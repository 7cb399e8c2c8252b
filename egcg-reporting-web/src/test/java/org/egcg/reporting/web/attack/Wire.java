package org.egcg.reporting.web.attack;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Bytes on a socket, so that a request may be what no client library would send. */
final class Wire {

    private static final int PATIENCE = 60_000;

    private Wire() {}

    /** What comes back until the server ends the connection; empty text if nothing does. */
    static String exchange(int port, String request) {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(PATIENCE);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return rest(socket.getInputStream());
        } catch (IOException ended) {
            return "";
        }
    }

    private static String rest(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        try {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                all.write(buffer, 0, read);
            }
        } catch (IOException reset) {
            // what came before counts
        }
        return all.toString(StandardCharsets.UTF_8);
    }

    /** The beginning of what has come back, or comes within the socket's patience; empty text if nothing does. */
    static String begun(Socket socket) throws IOException {
        byte[] buffer = new byte[8192];
        try {
            int read = socket.getInputStream().read(buffer);
            if (read < 0) {
                throw new EOFException("the server has ended the connection");
            }
            return new String(buffer, 0, read, StandardCharsets.UTF_8);
        } catch (SocketTimeoutException nothing) {
            return "";
        }
    }

    /** A request without a body, and the end of the connection behind it. */
    static String get(String target, String... headers) {
        return "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + (headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n") + "\r\n";
    }

    /** The status of an answer; 0 if there is none. */
    static int status(String answer) {
        return answer.startsWith("HTTP/1.1 ") ? Integer.parseInt(answer.substring(9, 12)) : 0;
    }

    /** The header of somebody with the password of these attacks. */
    static String basic(String user) {
        String plain = user + ":" + AttackedServer.PASSWORD;
        return "Authorization: Basic " + Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }
}
