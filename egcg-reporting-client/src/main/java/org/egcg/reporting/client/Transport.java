package org.egcg.reporting.client;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.WARNING;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Sends a call until it is answered, its repetitions are used up, or repeating it would not be safe. */
final class Transport {
    private static final String KEY = "Idempotency-Key";

    private final Wire wire;
    private final Retry retry;
    private final Credentials credentials;
    private final List<ExchangeListener> listeners;
    private final boolean quiet;
    private final boolean keysCount;
    private final Set<String> keepers = ConcurrentHashMap.newKeySet();

    Transport(Wire wire, Settings settings) {
        this.wire = wire;
        this.retry = settings.retry();
        this.credentials = settings.credentials();
        this.listeners = settings.listeners();
        this.quiet = settings.quiet();
        this.keysCount = settings.idempotencyKeys();
    }

    /** A successful answer, or an exception. */
    RestResponse send(Call call) {
        return send(call, Set.of());
    }

    /** The same for a caller who knows what some refusals mean; they are thrown, but are no errors in the log. */
    RestResponse send(Call call, Set<Integer> expected) {
        return judged(call, answer(call), expected);
    }

    /** The answer if it is a successful one of the API, or an exception. */
    RestResponse judged(Call call, Answer answer, Set<Integer> expected) {
        RestResponse response = answer.response();
        Optional<String> page = response.successful() ? ApiPrefix.doubt(response) : Optional.empty();
        boolean fine = response.successful() && page.isEmpty();
        log(call, response, fine || expected.contains(response.status()) ? DEBUG : ERROR);
        if (page.isPresent()) {
            throw response.lacking(page.get(), null);
        }
        if (!fine) {
            throw RestStatusException.of(response, call.etag(), answer.attempts());
        }
        return response;
    }

    /** Takes note of a refusal that the client itself has dealt with. */
    void settled(Call call, RestResponse refusal) {
        log(call, refusal, DEBUG);
    }

    /** The answer of whatever status, after as many attempts as it took. */
    Answer answer(Call call) {
        Instant start = Instant.now();
        for (int attempt = 1; ; attempt++) {
            Duration wait;
            try {
                RestResponse response = authorized(call, attempt);
                Optional<Duration> patience = patience(call, response, attempt);
                if (patience.isEmpty() || tooLate(start, patience.get())) {
                    return new Answer(response, attempt);
                }
                wait = patience.get();
                warn(response.status() + " status code", "", attempt);
            } catch (IOException failure) {
                wait = retry.waitBefore(attempt);
                if (attempt > retry.retries() || !safeAfter(call, failure) || tooLate(start, wait)) {
                    throw new RestTransportException(call.method(), call.uri(), attempt, failure);
                }
                warn(
                        failure.getClass().getSimpleName() + " exception",
                        ConnectionFailure.text(call.uri(), failure),
                        attempt);
            }
            sleep(call, wait, attempt);
        }
    }

    private RestResponse authorized(Call call, int attempt) throws IOException {
        String authorization = credentials.authorization();
        RestResponse response = observed(call, authorization, attempt);
        if (response.status() == 401 && credentials.renew(authorization)) {
            response = observed(call, credentials.authorization(), attempt);
        }
        String key = call.headers().get(KEY);
        if (key != null
                && response.headers().firstValue(KEY).filter(key::equals).isPresent()) {
            keepers.add(call.uri().getPath());
        }
        return response;
    }

    private RestResponse observed(Call call, String authorization, int attempt) throws IOException {
        long start = System.nanoTime();
        tell(listener -> listener.starting(call.method(), call.uri(), attempt));
        try {
            RestResponse response = wire.exchange(call, authorization);
            ended(call, attempt, Optional.of(response), Optional.empty(), start);
            return response;
        } catch (IOException failure) {
            ended(call, attempt, Optional.empty(), Optional.of(failure), start);
            throw failure;
        }
    }

    private void ended(
            Call call, int attempt, Optional<RestResponse> response, Optional<Throwable> failure, long start) {
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        Exchange exchange = new Exchange(call.method(), call.uri(), attempt, response, failure, took);
        tell(listener -> listener.ended(exchange));
    }

    private void tell(Consumer<ExchangeListener> news) {
        for (ExchangeListener listener : listeners) {
            try {
                news.accept(listener);
            } catch (RuntimeException e) {
                ClientLog.LOG.log(WARNING, "A listener failed", e);
            }
        }
    }

    /** How long to wait before asking again after this answer; empty if it is final. */
    private Optional<Duration> patience(Call call, RestResponse response, int attempt) {
        boolean beingDone =
                response.status() == 409 && attempt > 1 && call.headers().containsKey(KEY);
        if (attempt > retry.retries() || !(beingDone || retry.statuses().contains(response.status()))) {
            return Optional.empty();
        }
        if (!repeatable(call) && response.status() != 429) {
            return Optional.empty();
        }
        Duration wait = retry.waitBefore(attempt);
        return Optional.of(
                retryAfter(response).filter(asked -> asked.compareTo(wait) > 0).orElse(wait));
    }

    private static Optional<Duration> retryAfter(RestResponse response) {
        return response.headers().firstValue("Retry-After").flatMap(Transport::duration);
    }

    private static Optional<Duration> duration(String text) {
        try {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text.strip())));
        } catch (NumberFormatException e) {
            try {
                ZonedDateTime date = ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME);
                return Optional.of(Duration.between(Instant.now(), date));
            } catch (DateTimeParseException neither) {
                return Optional.empty();
            }
        }
    }

    private boolean safeAfter(Call call, IOException failure) {
        return !ConnectionFailure.lasts(failure)
                && (retry.everything() || ConnectionFailure.neverArrived(failure) || repeatable(call));
    }

    private boolean repeatable(Call call) {
        return switch (call.repeatable()) {
            case ALWAYS -> true;
            case WHERE_KEYS_COUNT -> keysCount || keepers.contains(call.uri().getPath());
            case WHERE_KEYS_WERE_KEPT -> keepers.contains(call.uri().getPath());
            case NEVER -> false;
        };
    }

    private boolean tooLate(Instant start, Duration wait) {
        return Instant.now().plus(wait).isAfter(start.plus(retry.longestTotal()));
    }

    private void warn(String what, String why, int attempt) {
        int remaining = retry.retries() - attempt + 1;
        ClientLog.LOG.log(
                WARNING,
                "Encountered a {0}. {1} retries remaining{2}",
                what,
                remaining,
                why.isEmpty() ? "" : ": " + why);
    }

    private static void sleep(Call call, Duration wait, int attempt) {
        try {
            Thread.sleep(wait.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RestTransportException(call.method(), call.uri(), attempt, e);
        }
    }

    private void log(Call call, RestResponse response, Level level) {
        if (level == DEBUG && quiet) {
            return;
        }
        ClientLog.LOG.log(level, () -> line(call, response));
    }

    private static String line(Call call, RestResponse response) {
        String query = call.uri().getRawQuery() == null ? "" : "?" + call.uri().getRawQuery();
        return Redaction.text("%s %s%s (%s) -> %s. Status code %d. Reason: %s"
                .formatted(
                        call.method(),
                        call.uri().getRawPath(),
                        query,
                        call.arguments(),
                        response.body(),
                        response.status(),
                        response.reason()));
    }

    /** An answer and how many attempts it took. */
    record Answer(RestResponse response, int attempts) {}
}
