package org.egcg.reporting.web.operation;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.egcg.reporting.testkit.RunningServer;

/** A request whose body has begun and is finished when the test says so. */
final class SlowPost implements AutoCloseable {

    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: (\\d+)");

    private final Socket socket;
    private final byte[] rest;

    private SlowPost(Socket socket, byte[] rest) {
        this.socket = socket;
        this.rest = rest;
    }

    /** Sends all but the last byte of a body. */
    static SlowPost of(RunningServer server, String path, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        SlowPost post = new SlowPost(begun(server, path, bytes.length), new byte[] {bytes[bytes.length - 1]});
        post.socket.getOutputStream().write(bytes, 0, bytes.length - 1);
        return post;
    }

    /** Says how many bytes will come, and sends none. */
    static SlowPost of(RunningServer server, String path, int length) throws IOException {
        return new SlowPost(begun(server, path, length), new byte[0]);
    }

    private static Socket begun(RunningServer server, String path, int length) throws IOException {
        Socket socket = new Socket("localhost", server.port());
        socket.setSoTimeout(60_000);
        String head = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: "
                + Client.AUTHORIZATION + "\r\nContent-Type: application/json\r\nContent-Length: " + length
                + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    /** Sends what is missing, and reads the answer. */
    String finish() throws IOException {
        socket.getOutputStream().write(rest);
        return answer();
    }

    /** Reads the answer, and does not wait for the connection's end. */
    String answer() throws IOException {
        StringBuilder answer = new StringBuilder();
        byte[] buffer = new byte[8192];
        int read = 0;
        while (read >= 0 && !isWhole(answer)) {
            read = socket.getInputStream().read(buffer);
            answer.append(new String(buffer, 0, Math.max(0, read), StandardCharsets.UTF_8));
        }
        return answer.toString();
    }

    private static boolean isWhole(StringBuilder answer) {
        Matcher length = LENGTH.matcher(answer);
        int body = answer.indexOf("\r\n\r\n") + 4;
        return body >= 4
                && (length.find()
                        ? answer.length() - body >= Integer.parseInt(length.group(1))
                        : answer.toString().endsWith("0\r\n\r\n"));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
