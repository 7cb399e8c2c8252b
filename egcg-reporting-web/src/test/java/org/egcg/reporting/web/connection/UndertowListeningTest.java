package org.egcg.reporting.web.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.undertow.server.DefaultByteBufferPool;
import io.undertow.server.handlers.ResponseCodeHandler;
import io.undertow.server.protocol.http.HttpOpenListener;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xnio.ChannelListeners;
import org.xnio.OptionMap;
import org.xnio.StreamConnection;
import org.xnio.Xnio;
import org.xnio.XnioWorker;
import org.xnio.channels.AcceptingChannel;

/** Over Undertow's own listener, behind which everything is absent, as behind WildFly's when its host is gone. */
class UndertowListeningTest {

    private final HttpOpenListener listener = new HttpOpenListener(new DefaultByteBufferPool(false, 8192));
    private XnioWorker worker;
    private AcceptingChannel<StreamConnection> server;

    @BeforeEach
    void listen() throws IOException {
        listener.setRootHandler(ResponseCodeHandler.HANDLE_404);
        worker = Xnio.getInstance().createWorker(OptionMap.EMPTY);
        server = worker.createStreamConnectionServer(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                ChannelListeners.openListenerAdapter(listener),
                OptionMap.EMPTY);
        server.resumeAccepts();
    }

    @AfterEach
    void end() throws IOException {
        server.close();
        worker.shutdownNow();
    }

    /** A connection of a client, which may ask again and again. */
    private Socket connected() throws IOException {
        InetSocketAddress address = server.getLocalAddress(InetSocketAddress.class);
        Socket socket = new Socket(address.getAddress(), address.getPort());
        socket.setSoTimeout(10_000);
        return socket;
    }

    /** The head of the answer. */
    private static List<String> asked(Socket socket) throws IOException {
        socket.getOutputStream().write("GET /x HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        BufferedReader answer =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        List<String> head = new ArrayList<>();
        for (String line = answer.readLine(); line == null || !line.isEmpty(); line = answer.readLine()) {
            if (line == null) {
                throw new IOException("closed");
            }
            head.add(line);
        }
        return head;
    }

    @Test
    void answersAsBeforeWhileTheProcessGoesOn() throws IOException {
        UndertowListening listening = new UndertowListening(listener);
        try (Socket before = connected()) {
            assertThat(asked(before)).contains("HTTP/1.1 404 Not Found");
            listening.close();
            assertThat(asked(before)).contains("HTTP/1.1 404 Not Found");
        }
    }

    @Test
    void answers503ToNewAndToKeptConnectionsWhileTheProcessEnds() throws IOException {
        try (UndertowListening listening = new UndertowListening(listener);
                Socket kept = connected()) {
            asked(kept);
            listening.refuse();
            try (Socket later = connected()) {
                assertThat(asked(kept)).contains("HTTP/1.1 503 Service Unavailable", "Retry-After: 5");
                assertThat(asked(later)).contains("HTTP/1.1 503 Service Unavailable", "Connection: close");
            }
        }
    }

    @Test
    void hangsUpOnConnectionsThatAreOlderThanTheApplication() throws IOException {
        try (Socket old = connected()) {
            asked(old);
            try (UndertowListening listening = new UndertowListening(listener)) {
                listening.refuse();
                listening.hangUp();
                assertThatThrownBy(() -> asked(old)).isInstanceOf(IOException.class);
            }
        }
    }

    @Test
    void leavesTheListenerAsItWas() {
        new UndertowListening(listener).close();
        assertThat(listener.getRootHandler()).isSameAs(ResponseCodeHandler.HANDLE_404);
    }
}
