package org.egcg.reporting.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.egcg.reporting.store.Find;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** More kills: {@code -Dstorm.kills=20}. */
class KilledNoticesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path directory;

    private final Random random = new Random(Long.getLong("storm.seed", System.nanoTime()));
    private final Set<String> arrived = ConcurrentHashMap.newKeySet();
    private final long base = System.currentTimeMillis();
    private HttpServer receiver;

    @AfterEach
    void close() {
        receiver.stop(0);
    }

    private void receive() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", this::taken);
        receiver.start();
    }

    /** One in ten is not taken. */
    private void taken(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            boolean isTaken = random.nextInt(10) > 0;
            if (isTaken) {
                arrived.add(exchange.getRequestHeaders().getFirst("X-Notice-Id"));
            }
            exchange.sendResponseHeaders(isTaken ? 204 : 503, -1);
        }
    }

    @Test
    void afterKillsAtAnyMomentEachIsInTheOutboxOnceAndWithTheReceiver() throws Exception {
        receive();
        URI address = URI.create("http://localhost:" + receiver.getAddress().getPort());
        Path data = directory.resolve("data");
        try (KilledNoticesProcess process = new KilledNoticesProcess(data, base, address)) {
            lookForTheFirstTime(process);
            process.notices
                    .subscriptions()
                    .add(new Subscription(
                            "", "", Set.of(), "", "", NoticeUrgency.INFORMATION, Channel.WEBHOOK, "test", false));
        }
        int kills = Integer.getInteger("storm.kills", 3);
        for (int kill = 0; kill < kills; kill++) {
            killedAfter(data, address, 3 + random.nextInt(30), random.nextInt(60));
        }
        try (KilledNoticesProcess process = new KilledNoticesProcess(data, base, address)) {
            settle(process, KilledNoticesProcess.keys(process.store));
        }
        assertThat(arrived).hasSizeGreaterThan(3 * kills);
    }

    /** What has happened before a watch's first look is not told, and no watch looks as soon as its process has begun. */
    private static void lookForTheFirstTime(KilledNoticesProcess process) {
        Find begun = Find.in(Leases.COLLECTION).matching(new BsonDocument("begun", BsonBoolean.TRUE));
        while (process.store.find(begun).list().isEmpty()) {
            process.notices.look();
        }
    }

    private void settle(KilledNoticesProcess process, List<String> happened) throws InterruptedException {
        List<String> ids =
                happened.stream().map(key -> NoticeIds.of(key).toHexString()).toList();
        Instant end = Instant.now().plus(PATIENCE);
        while (!arrived.containsAll(ids) && Instant.now().isBefore(end)) {
            process.notices.look();
            process.notices.deliver();
            Thread.sleep(20);
        }
        assertThat(arrived).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(process.notices.told().stream().map(Notice::key)).containsExactlyInAnyOrderElementsOf(happened);
    }

    private void killedAfter(Path data, URI address, int lines, int millis) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledNoticesProcess.class.getName(),
                        data.toString(),
                        Long.toString(base),
                        address.toString())
                .redirectError(new File(directory.toFile(), "errors.txt"))
                .start();
        try (BufferedReader written = process.inputReader(StandardCharsets.UTF_8)) {
            for (int i = 0; i < lines; i++) {
                assertThat(written.readLine())
                        .as(Files.readString(directory.resolve("errors.txt")))
                        .isNotNull();
            }
            Thread.sleep(millis);
            process.toHandle().destroyForcibly();
        }
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }
}
