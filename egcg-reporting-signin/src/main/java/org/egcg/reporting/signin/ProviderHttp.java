package org.egcg.reporting.signin;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;

/**
 * How the provider is spoken to: an answer has ten seconds and a megabyte, and redirects are not followed. A provider
 * that is away is not asked again for some seconds. Thread-safe.
 */
final class ProviderHttp implements HTTPRequestSender, ResourceRetriever {

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final long MOST_BYTES = 1 << 20;

    private final HttpClient client;
    private final ProviderOutage outage = new ProviderOutage();

    ProviderHttp(SSLContext tls) {
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT)
                .sslContext(tls)
                .build();
    }

    @Override
    public Resource retrieveResource(URL url) throws IOException {
        String address = url.toString();
        HttpResponse<String> answer =
                exchange(HttpRequest.newBuilder(URI.create(address)).GET());
        if (answer.statusCode() != HTTPResponse.SC_OK) {
            throw new IOException(address + " answered " + answer.statusCode());
        }
        return new Resource(
                answer.body(), answer.headers().firstValue("Content-Type").orElse(""));
    }

    @Override
    public ReadOnlyHTTPResponse send(ReadOnlyHTTPRequest request) throws IOException {
        HttpRequest.Builder builder = HttpRequest.newBuilder(request.getURI());
        request.getHeaderMap().forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
        String body = Optional.ofNullable(request.getBody()).orElse("");
        boolean post = request.getMethod() == HTTPRequest.Method.POST;
        HttpResponse<String> answer = exchange(post ? builder.POST(BodyPublishers.ofString(body)) : builder.GET());
        HTTPResponse response = new HTTPResponse(answer.statusCode());
        answer.headers().map().forEach((name, values) -> response.setHeader(name, values.toArray(new String[0])));
        response.setBody(answer.body());
        return response;
    }

    private HttpResponse<String> exchange(HttpRequest.Builder request) throws IOException {
        if (outage.lasts()) {
            throw new IOException("the provider was away a moment ago");
        }
        CompletableFuture<HttpResponse<String>> answer =
                client.sendAsync(request.timeout(ANSWER).build(), head -> new Limited(MOST_BYTES));
        try {
            return answer.get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            answer.cancel(true);
            outage.begins();
            throw new IOException("the provider does not answer: " + failed, failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopped);
        }
    }
}
