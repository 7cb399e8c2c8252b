package org.egcg.reporting.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said when no answer comes, and what is not tried again. */
class ConnectionFailureTest extends OnTheWire {
    private final List<Integer> attempts = new ArrayList<>();

    private Communicator asking(String url, Retry retry) {
        return builder()
                .url(url)
                .retry(retry)
                .listener(exchange -> attempts.add(exchange.attempt()))
                .build();
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    @Test
    void aRefusedConnectionNamesHostAndPort() throws IOException {
        int port = freePort();
        try (LogLines log = new LogLines();
                Communicator early = asking("http://localhost:" + port, quick().times(1))) {
            assertThatThrownBy(() -> early.getContent("ep", Query.all()))
                    .isInstanceOf(RestTransportException.class)
                    .hasMessage(
                            "GET http://localhost:%d/ep/?%s failed after 2 attempt(s): connection refused by localhost:%d",
                            port, P, port);
            assertThat(log.lines())
                    .containsExactly("WARNING Encountered a ConnectException exception."
                            + " 1 retries remaining: connection refused by localhost:" + port);
        }
    }

    @Test
    void anUnknownHostIsNamed() {
        try (Communicator lost = asking("http://no-such-host.invalid/api/0.1", quick().times(0))) {
            assertThatThrownBy(() -> lost.getContent("ep", Query.all()))
                    .hasMessageEndingWith(": unknown host no-such-host.invalid");
        }
    }

    @Test
    void aCertificateThatIsNotTrustedIsSaidAndNotTriedAgain(@TempDir Path directory) throws Exception {
        HttpsServer secure = selfSigned(directory);
        try {
            int port = secure.getAddress().getPort();
            for (Retry retry : List.of(quick(), Retry.everything(Duration.ofMillis(1)))) {
                try (Communicator trusting = asking("https://localhost:" + port, retry)) {
                    assertThatThrownBy(() -> trusting.getContent("ep", Query.all()))
                            .isInstanceOfSatisfying(
                                    RestTransportException.class,
                                    failure -> assertThat(failure.attempts()).isEqualTo(1))
                            .hasMessageEndingWith(
                                    ": certificate problem with localhost:%d: unable to find valid certification path to requested target",
                                    port);
                }
            }
            assertThat(attempts).containsExactly(1, 1);
        } finally {
            secure.stop(0);
        }
    }

    private static HttpsServer selfSigned(Path directory) throws Exception {
        Path keys = directory.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "a",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        keys.toString(),
                        "-storepass",
                        "secret")
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, "secret".toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, "secret".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.start();
        return server;
    }

    @Test
    void everyKindOfFailureHasAText() {
        assertThat(text(new UnknownHostException())).isEqualTo("unknown host host");
        assertThat(text(new ConnectException())).isEqualTo("connection refused by host:443");
        assertThat(text(new ConnectException("Connection refused"))).isEqualTo("connection refused by host:443");
        assertThat(text(new ConnectException("Network is unreachable"))).isEqualTo("Network is unreachable");
        assertThat(text(new NoRouteToHostException("No route to host"))).isEqualTo("No route to host");
        assertThat(text(new HttpConnectTimeoutException("HTTP connect timed out")))
                .isEqualTo("no connection to host:443 in time");
        assertThat(text(new SSLHandshakeException("Remote host terminated the handshake")))
                .isEqualTo("no TLS connection to host:443: Remote host terminated the handshake");
        assertThat(text(new SSLHandshakeException("Received fatal alert: bad_certificate")))
                .isEqualTo("certificate problem with host:443: Received fatal alert: bad_certificate");
        assertThat(text(new IOException(new IOException("broken")))).isEqualTo("java.io.IOException: broken");
        assertThat(text(new IOException("no bytes", new EOFException("EOF"))))
                .isEqualTo("connection closed before an answer came");
        assertThat(text(new IOException())).isEqualTo("java.io.IOException");
    }

    private static String text(Throwable failure) {
        return ConnectionFailure.text(URI.create("https://host/api"), failure);
    }

    @Test
    void aHandshakeThatBrokeOffIsTriedAgainAndARefusedCertificateIsNot() {
        assertThat(ConnectionFailure.lasts(new SSLHandshakeException("Remote host terminated the handshake")))
                .isFalse();
        assertThat(ConnectionFailure.lasts(new SSLHandshakeException("Received fatal alert: certificate_required")))
                .isTrue();
    }
}
