package org.egcg.reporting.notice;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.egcg.reporting.config.NoticeSettings;
import org.egcg.reporting.config.NoticeSettings.Format;
import org.egcg.reporting.config.NoticeSettings.Webhook;
import org.egcg.reporting.config.Secret;
import org.egcg.reporting.notice.internal.WebhookSender;
import org.junit.jupiter.api.AfterEach;

/** With a webhook, whose server takes nine of ten. */
class KilledNoticesTest extends KilledNotices {

    private final Set<String> arrived = ConcurrentHashMap.newKeySet();
    private HttpServer receiver;

    public static void main(String... arguments) throws Exception {
        try (KilledNoticesProcess process =
                process(Path.of(arguments[0]), Long.parseLong(arguments[1]), arguments[2])) {
            process.run();
        }
    }

    private static KilledNoticesProcess process(Path data, long base, String receiver) {
        URI address = URI.create(receiver);
        NoticeSettings settings = new NoticeSettings(
                Optional.of(address),
                Optional.empty(),
                Map.of("test", new Webhook(address, Format.JSON)),
                Optional.of(new Secret("secret")),
                Duration.ofDays(2),
                Duration.ofDays(7),
                7);
        return new KilledNoticesProcess(
                data, base, settings, Channel.WEBHOOK, clock -> new WebhookSender(settings, "Lab", clock));
    }

    @Override
    protected KilledNoticesProcess open(Path data, long since, String where) {
        return process(data, since, where);
    }

    @Override
    protected Class<?> process() {
        return KilledNoticesTest.class;
    }

    @Override
    protected Subscription subscription() {
        return new Subscription("", "", Set.of(), "", "", NoticeUrgency.INFORMATION, Channel.WEBHOOK, "test", false);
    }

    @Override
    protected Set<String> arrived() {
        return arrived;
    }

    @AfterEach
    void close() {
        receiver.stop(0);
    }

    @Override
    protected String receive() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", this::taken);
        receiver.start();
        return "http://localhost:" + receiver.getAddress().getPort();
    }

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
}
