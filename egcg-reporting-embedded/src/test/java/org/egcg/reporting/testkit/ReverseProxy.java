package org.egcg.reporting.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * HAProxy in front of several nodes: each request goes to the next one that says it is ready, whoever sent it, and a GET whose
 * node dies to another. Answers name their node in {@code X-Node}. Only for commands of their own: Debian's package {@code haproxy} has to be there.
 */
public final class ReverseProxy implements AutoCloseable {

    private static final String PROGRAM = System.getProperty("haproxy", "/usr/sbin/haproxy");

    private final int port;
    private final Process process;

    private ReverseProxy(int port, Process process) {
        this.port = port;
        this.process = process;
    }

    /**
     * @param directory for its configuration and what it says
     * @param nodes servers that are started already
     */
    public static ReverseProxy before(List<RunningServer> nodes, Path directory) {
        try {
            int port = RunningServer.freePort();
            String servers = IntStream.range(0, nodes.size())
                    .mapToObj(number -> "    server node%d 127.0.0.1:%d check inter 500ms fall 3 rise 1"
                            .formatted(number, nodes.get(number).port()))
                    .collect(Collectors.joining("\n"));
            Path configuration = Files.writeString(directory.resolve("haproxy.cfg"), """
                    defaults
                        mode http
                        timeout connect 5s
                        timeout check 5s
                        timeout client 300s
                        timeout server 300s
                        option forwardfor
                        option redispatch
                        retry-on conn-failure empty-response
                    listen nodes
                        bind 127.0.0.1:%d
                        balance roundrobin
                        option httpchk GET /status/ready
                        http-request disable-l7-retry unless METH_GET
                        http-response set-header X-Node %%s
                    %s
                    """.formatted(port, servers));
            Process process = new ProcessBuilder(PROGRAM, "-f", configuration.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("haproxy.log").toFile())
                    .start();
            ReverseProxy proxy = new ReverseProxy(port, process);
            proxy.awaitListener();
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    private void awaitListener() {
        for (int attempt = 0; attempt < 100; attempt++) {
            try {
                new Socket(InetAddress.getLoopbackAddress(), port).close();
                return;
            } catch (IOException notYet) {
                pause();
            }
        }
        throw new IllegalStateException("HAProxy does not listen");
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
