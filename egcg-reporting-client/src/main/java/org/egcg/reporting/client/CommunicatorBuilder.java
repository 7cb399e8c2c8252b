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
 * Collects what a {@link Communicator} needs; only the address is required. Not thread-safe. Nothing is sent and no
 * address is checked before the first request.
 */
public final class CommunicatorBuilder {
    private Supplier<String> url = CommunicatorBuilder::noAddress;
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

    CommunicatorBuilder() {}

    private static String noAddress() {
        throw new RestConfigException(
                "No address of the reporting API: give url, or a configuration with rest_api: url");
    }

    /** Where the API is, such as {@code http://host:4999/api/0.1}; slashes at the end do not matter. */
    public CommunicatorBuilder url(String address) {
        this.url = () -> address;
        return this;
    }

    /** Address, credentials and wait between attempts as configured; what is not configured stays as it was. */
    public CommunicatorBuilder config(RestConfig config) {
        config.url().ifPresent(this::url);
        config.credentials().ifPresent(this::credentials);
        config.retryInterval().ifPresent(wait -> retry = retry.firstWait(wait));
        return this;
    }

    /** Who asks; nobody unless said. */
    public CommunicatorBuilder credentials(Credentials who) {
        this.credentials = who;
        return this;
    }

    /** {@link Credentials#basic}. */
    public CommunicatorBuilder basic(String user, String password) {
        return credentials(Credentials.basic(user, password));
    }

    /** {@link Credentials#token}. */
    public CommunicatorBuilder token(String token) {
        return credentials(Credentials.token(token));
    }

    /** When to send again; {@link Retry#standard()} unless said. */
    public CommunicatorBuilder retry(Retry policy) {
        this.retry = policy;
        return this;
    }

    /** How many times a request is sent again, 5 unless said. */
    public CommunicatorBuilder retries(int times) {
        return retry(retry.times(times));
    }

    /** How long opening a connection may take, 10 s unless said. */
    public CommunicatorBuilder connectTimeout(Duration limit) {
        this.connectTimeout = limit;
        return this;
    }

    /** How long an attempt may take up to the last byte of its answer, 60 s unless said. */
    public CommunicatorBuilder timeout(Duration limit) {
        this.timeout = limit;
        return this;
    }

    /** How many times a PATCH refused with 412 is read again and sent with the new etag; 0 unless said. */
    public CommunicatorBuilder rereadOnMismatch(int times) {
        this.rereads = times;
        return this;
    }

    /**
     * Says that the server keeps {@code Idempotency-Key}s, so that a document may be posted again after the answer was
     * lost. Unless said, this is learned, endpoint by endpoint, from the first answer that repeats the key.
     */
    public CommunicatorBuilder idempotencyKeys(boolean kept) {
        this.idempotencyKeys = kept;
        return this;
    }

    /** No log line for success; failures are always logged. */
    public CommunicatorBuilder quiet(boolean silent) {
        this.quiet = silent;
        return this;
    }

    /** Tells a listener about every attempt. */
    public CommunicatorBuilder listener(ExchangeListener listener) {
        listeners.add(listener);
        return this;
    }

    /** A header for every request, such as a correlation id; asked for anew each time. */
    public CommunicatorBuilder header(String name, Supplier<String> value) {
        headers.put(name, value);
        return this;
    }

    /**
     * Maps documents to the caller's types and back. Unless said: snake_case names, unknown fields left out, dates in
     * the API's spelling.
     */
    public CommunicatorBuilder mapper(ObjectMapper own) {
        this.mapper = own;
        return this;
    }

    /** Where asynchronous calls and parallel batches run; unless said, on daemon threads of the client's own. */
    public CommunicatorBuilder executor(Executor own) {
        this.executor = Optional.of(own);
        return this;
    }

    /** A last word on the JDK's client: TLS context, proxy, threads. */
    public CommunicatorBuilder http(Consumer<HttpClient.Builder> settings) {
        this.http = settings;
        return this;
    }

    /** The client. The builder can go on to build others. */
    public Communicator build() {
        Settings settings = new Settings(
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
        Consumer<HttpClient.Builder> last = http;
        Duration limit = connectTimeout;
        return new Communicator(settings, () -> open(limit, last));
    }

    private static HttpClient open(Duration connectTimeout, Consumer<HttpClient.Builder> last) {
        HttpClient.Builder builder = HttpClient.newBuilder().connectTimeout(connectTimeout);
        last.accept(builder);
        return builder.version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }
}
