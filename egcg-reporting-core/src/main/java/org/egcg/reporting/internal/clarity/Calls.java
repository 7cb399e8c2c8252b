package org.egcg.reporting.internal.clarity;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.egcg.reporting.clarity.ClarityAccount;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.internal.xml.XmlElement;
import org.egcg.reporting.internal.xml.XmlNode;

/**
 * Single calls under one account. Each has an end in time, headers and body together. The account is only ever shown
 * to the configured server: of a link that Clarity gives, nothing before {@code api/v2} is used.
 */
final class Calls {

    private static final String API = "api/v2";
    private static final byte[] NOTHING = XmlNode.of("nothing").document();

    private final HttpClient http;
    private final ClaritySettings settings;
    private final ClarityAccount account;

    Calls(HttpClient http, ClaritySettings settings, ClarityAccount account) {
        this.http = http;
        this.settings = settings;
        this.account = account;
    }

    /** Reads a link of Clarity's, or a path from {@code api/v2} on. */
    XmlElement get(String link) {
        HttpRequest.Builder request = request(link).GET();
        return answer(request, settings.read(), Set.of(200));
    }

    /** Sends a document. */
    XmlElement post(String link, XmlNode document, Set<Integer> accepted) {
        return post(link, document.document(), accepted);
    }

    /** Sends nothing, which is how programs are started. */
    XmlElement post(String link, Set<Integer> accepted) {
        return post(link, new byte[0], accepted);
    }

    private XmlElement post(String link, byte[] body, Set<Integer> accepted) {
        HttpRequest.Builder request = request(link)
                .header("Content-Type", "application/xml; charset=utf-8")
                .POST(BodyPublishers.ofByteArray(body));
        return answer(request, settings.write(), accepted);
    }

    private HttpRequest.Builder request(String link) {
        int api = link.indexOf(API);
        if (api < 0) {
            throw new Unavailable("clarity", "The LIMS gave a link that is not its API's: " + link, null);
        }
        try {
            return HttpRequest.newBuilder(URI.create(settings.root() + link.substring(api)))
                    .header("Authorization", authorization(account))
                    .header("Accept", "application/xml");
        } catch (IllegalArgumentException noUri) {
            throw new Unavailable("clarity", "The LIMS gave a broken link: " + link, noUri);
        }
    }

    private static String authorization(ClarityAccount account) {
        byte[] credentials = (account.username() + ":" + account.password()).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(credentials);
    }

    private XmlElement answer(HttpRequest.Builder builder, Duration longest, Set<Integer> accepted) {
        HttpRequest request = builder.build();
        HttpResponse<byte[]> response = response(request, longest);
        if (!accepted.contains(response.statusCode())) {
            throw ClarityRefusal.of(named(request), response.statusCode(), response.body());
        }
        try {
            return XmlElement.read(response.body().length == 0 ? NOTHING : response.body());
        } catch (Malformed noXml) {
            throw new Unavailable("clarity", "The LIMS answered " + named(request) + ": " + noXml.getMessage(), noXml);
        }
    }

    private HttpResponse<byte[]> response(HttpRequest request, Duration longest) {
        CompletableFuture<HttpResponse<byte[]>> pending = http.sendAsync(request, BodyHandlers.ofByteArray());
        try {
            return pending.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            pending.cancel(true);
            throw away(request, "no answer within " + longest.toMillis() + " ms", late);
        } catch (InterruptedException stopped) {
            pending.cancel(true);
            Thread.currentThread().interrupt();
            throw away(request, "interrupted", stopped);
        } catch (ExecutionException failed) {
            throw away(request, reason(failed.getCause()), failed.getCause());
        }
    }

    private static String reason(Throwable cause) {
        String message = cause instanceof IOException ? cause.getMessage() : null;
        return message == null ? cause.getClass().getSimpleName() : message;
    }

    private Unavailable away(HttpRequest request, String reason, Throwable cause) {
        return new Unavailable(
                "clarity",
                "The LIMS at " + settings.baseuri() + " does not answer " + named(request) + ": " + reason,
                cause);
    }

    private String named(HttpRequest request) {
        return request.method() + " "
                + request.uri().toString().substring(settings.root().length());
    }
}
