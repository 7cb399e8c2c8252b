package org.egcg.reporting.client;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** One request to the network and its whole answer back; redirects are followed here, nothing is repeated. */
final class Wire implements AutoCloseable {
    private static final int MOST_REDIRECTS = 20;
    private static final Pattern CHARSET = Pattern.compile("(?i)charset=\"?([^\\s;\"]+)");

    private final Supplier<HttpClient> opening;
    private final Map<String, Supplier<String>> headers;
    private @Nullable HttpClient http;

    Wire(Supplier<HttpClient> opening, Map<String, Supplier<String>> headers) {
        this.opening = opening;
        this.headers = headers;
    }

    RestResponse exchange(Call call, String authorization) throws IOException {
        Call current = call;
        String credentials = authorization;
        for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
            RestResponse response = once(current, credentials);
            Optional<URI> target = Redirect.target(current, response);
            if (target.isEmpty()) {
                return response;
            }
            // Once another host was met, credentials stay away, also if a later redirect leads back.
            credentials = Redirect.sameOrigin(current.uri(), target.get()) ? credentials : "";
            current = current.to(target.get());
        }
        throw new IOException("more than %d redirects".formatted(MOST_REDIRECTS));
    }

    private RestResponse once(Call call, String authorization) throws IOException {
        CompletableFuture<HttpResponse<byte[]>> answer =
                open().sendAsync(request(call, authorization), BodyHandlers.ofByteArray());
        try {
            return response(call, answer.get(call.timeout().toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            // The client's own timeout ends with the headers; the body may come for ever.
            answer.cancel(true);
            throw new HttpTimeoutException("no whole answer within " + call.timeout());
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new RestTransportException(call.method(), call.uri(), 1, e);
        } catch (ExecutionException e) {
            throw asIo(e.getCause());
        }
    }

    private synchronized HttpClient open() {
        if (http == null) {
            http = opening.get();
        }
        return http;
    }

    private HttpRequest request(Call call, String authorization) {
        HttpRequest.Builder request = HttpRequest.newBuilder(call.uri())
                .method(call.method(), body(call))
                .setHeader("Accept", "*/*")
                .setHeader("Accept-Encoding", "gzip");
        headers.forEach((name, value) -> request.setHeader(name, value.get()));
        call.headers().forEach(request::setHeader);
        if (!authorization.isEmpty()) {
            request.setHeader("Authorization", authorization);
        }
        return request.build();
    }

    private static BodyPublisher body(Call call) {
        BodyPublisher body = call.body().get();
        return call.method().equals("GET") ? new SentOnce(body) : body;
    }

    private static RestResponse response(Call call, HttpResponse<byte[]> response) throws IOException {
        byte[] bytes = response.body();
        if (response.headers()
                        .firstValue("Content-Encoding")
                        .filter("gzip"::equalsIgnoreCase)
                        .isPresent()
                && bytes.length > 0) {
            bytes = new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes();
        }
        String text = new String(bytes, charset(response.headers()));
        return new RestResponse(call.method(), call.uri(), response.statusCode(), response.headers(), text);
    }

    private static Charset charset(HttpHeaders headers) {
        Matcher matcher = CHARSET.matcher(headers.firstValue("Content-Type").orElse(""));
        try {
            return matcher.find() ? Charset.forName(matcher.group(1)) : StandardCharsets.UTF_8;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return StandardCharsets.UTF_8;
        }
    }

    private static IOException asIo(Throwable cause) {
        if (cause instanceof IOException io) {
            return io;
        }
        if (cause instanceof UncheckedIOException unchecked) {
            return unchecked.getCause();
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return new IOException(cause);
    }

    /** Lets go of all connections; the next request opens new ones. */
    @Override
    public synchronized void close() {
        http = null;
    }
}
