package org.egcg.reporting.client;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What a communicator may be told before it is built; only the address is required. Not thread-safe. Nothing is sent and
 * no address is checked before the first request.
 *
 * @param <B> the builder itself, which each method answers
 */
public abstract class CommunicatorOptions<B extends CommunicatorOptions<B>> {
    private Supplier<String> url = CommunicatorOptions::noAddress;
    private Credentials credentials = Credentials.none();
    private Retry retry = Retry.standard();
    private Duration connectTimeout = Duration.ofSeconds(10);
    private Duration timeout = Duration.ofSeconds(60);
    private int rereads;
    private boolean idempotencyKeys;
    private boolean quiet;
    private ObjectMapper mapper = ApiJson.MAPPER;
    private Optional<Executor> executor = Optional.empty();
    private Consumer<HttpClient.Builder> http = builder -> {};
    private final List<ExchangeListener> listeners = new ArrayList<>();
    private final Map<String, Supplier<String>> headers = new LinkedHashMap<>();

    CommunicatorOptions() {}

    private static String noAddress() {
        throw new RestConfigException(
                "No address of the reporting API: give url, or a configuration with rest_api: url");
    }

    /** Where the API is, such as {@code http://host:4999/api/0.1}; slashes at the end do not matter. */
    public B url(String address) {
        this.url = () -> address;
        return self();
    }

    /**
     * Address, credentials and wait between attempts as configured; what is not configured stays as it was. A configured
     * {@code retry_interval} makes all waits equal, as for the Python client.
     */
    public B config(RestConfig config) {
        config.url().ifPresent(this::url);
        config.credentials().ifPresent(this::credentials);
        config.retryInterval().ifPresent(wait -> retry = retry.equalWaits(wait));
        return self();
    }

    /** Who asks; without credentials unless said. */
    public B credentials(Credentials who) {
        this.credentials = who;
        return self();
    }

    /** {@link Credentials#basic}. */
    public B basic(String user, String password) {
        return credentials(Credentials.basic(user, password));
    }

    /** {@link Credentials#token}. */
    public B token(String token) {
        return credentials(Credentials.token(token));
    }

    /** When to send again; {@link Retry#standard()} unless said. */
    public B retry(Retry policy) {
        this.retry = policy;
        return self();
    }

    /** How many times a request is sent again, 5 unless said. */
    public B retries(int times) {
        return retry(retry.times(times));
    }

    /** How long opening a connection may take, 10 s unless said. */
    public B connectTimeout(Duration limit) {
        this.connectTimeout = limit;
        return self();
    }

    /** How long an attempt may take up to the last byte of its answer, 60 s unless said. */
    public B timeout(Duration limit) {
        this.timeout = limit;
        return self();
    }

    /** How many times a PATCH refused with 412 is read again and sent with the new etag; 0 unless said. */
    public B rereadOnMismatch(int times) {
        this.rereads = times;
        return self();
    }

    /**
     * Says that the server keeps {@code Idempotency-Key}s, so that a document may be posted again after the answer was
     * lost. Unless said, this is learned, endpoint by endpoint, from the first answer that repeats the key.
     */
    public B idempotencyKeys(boolean kept) {
        this.idempotencyKeys = kept;
        return self();
    }

    /** No log line for success; failures are always logged. */
    public B quiet(boolean silent) {
        this.quiet = silent;
        return self();
    }

    /** Tells a listener about every attempt. */
    public B listener(ExchangeListener listener) {
        listeners.add(listener);
        return self();
    }

    /** A header for every request, such as a correlation id; asked for anew each time. */
    public B header(String name, Supplier<String> value) {
        headers.put(name, value);
        return self();
    }

    /**
     * Maps documents to the caller's types and back. Unless said: snake_case names, unknown fields left out, dates in
     * the API's spelling. The mapper is copied, and the copy taught the client's way with files and with text; an
     * {@link IllegalStateException} if it is of a class that cannot be copied.
     */
    public B mapper(ObjectMapper own) {
        this.mapper = ApiJson.taught(own);
        return self();
    }

    /** Where asynchronous calls and parallel batches run; unless said, on daemon threads of the client's own. */
    public B executor(Executor own) {
        this.executor = Optional.of(own);
        return self();
    }

    /** A last word on the JDK's client: TLS context, proxy, threads. */
    public B http(Consumer<HttpClient.Builder> settings) {
        this.http = settings;
        return self();
    }

    abstract B self();

    Settings settings() {
        return new Settings(
                url,
                credentials,
                retry,
                timeout,
                rereads,
                idempotencyKeys,
                quiet,
                listeners,
                headers,
                mapper,
                executor);
    }

    /** How the JDK's client is opened when the first request needs it. */
    Supplier<HttpClient> opening() {
        Consumer<HttpClient.Builder> last = http;
        Duration limit = connectTimeout;
        return () -> open(limit, last);
    }

    private static HttpClient open(Duration connectTimeout, Consumer<HttpClient.Builder> last) {
        HttpClient.Builder builder = HttpClient.newBuilder().connectTimeout(connectTimeout);
        last.accept(builder);
        return builder.version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }
}
