package org.egcg.reporting.notice.internal;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import org.bson.BsonDocument;
import org.egcg.reporting.config.NoticeSettings;
import org.egcg.reporting.config.NoticeSettings.Webhook;
import org.egcg.reporting.config.Secret;
import org.egcg.reporting.json.JsonWriter;
import org.egcg.reporting.notice.NotSent;
import org.egcg.reporting.notice.NoticeMessage;
import org.egcg.reporting.notice.NoticeSender;

/**
 * Posts messages to the targets that the configuration names, and follows them nowhere else. Each request has the message's
 * id, a moment, and the HMAC-SHA256 of moment, dot and body under the secret of the configuration.
 */
public final class WebhookSender implements NoticeSender {

    private static final Duration CONNECTING = Duration.ofSeconds(5);
    private static final Duration ANSWERING = Duration.ofSeconds(15);

    /** Statuses that say that the same request may succeed later. */
    private static final Set<Integer> LATER = Set.of(408, 425, 429);

    private final NoticeSettings settings;
    private final String facility;
    private final URI address;
    private final Signature signature;
    private final InstantSource clock;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECTING)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** @param settings with at least one webhook */
    public WebhookSender(NoticeSettings settings, String facility, InstantSource clock) {
        this.settings = settings;
        this.facility = facility;
        this.address = settings.address().orElseThrow();
        this.signature = new Signature(settings.secret().map(Secret::value).orElseThrow());
        this.clock = clock;
    }

    @Override
    public void send(String target, NoticeMessage message) throws NotSent {
        Webhook webhook = settings.webhooks().get(target);
        if (webhook == null) {
            throw NotSent.refused("the configuration names no webhook " + target, null);
        }
        BsonDocument body = new WebhookPayload(facility, address).of(webhook.format(), message);
        int status = status(target, request(webhook, message, JsonWriter.text(body)));
        if (status < 200 || status > 299) {
            String said = "webhook " + target + " answers " + status;
            throw status >= 400 && status < 500 && !LATER.contains(status)
                    ? NotSent.refused(said, null)
                    : NotSent.away(said, null);
        }
    }

    private HttpRequest request(Webhook webhook, NoticeMessage message, String body) {
        String moment = Long.toString(clock.instant().getEpochSecond());
        return HttpRequest.newBuilder(webhook.address())
                .timeout(ANSWERING)
                .header("Content-Type", "application/json")
                .header("X-Notice-Id", message.id())
                .header("X-Notice-Timestamp", moment)
                .header("X-Notice-Signature", "sha256=" + signature.of(moment + "." + body))
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .build();
    }

    private int status(String target, HttpRequest request) throws NotSent {
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException away) {
            throw NotSent.away("webhook " + target + " does not answer", away);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw NotSent.away("stopped", stopped);
        }
    }
}
