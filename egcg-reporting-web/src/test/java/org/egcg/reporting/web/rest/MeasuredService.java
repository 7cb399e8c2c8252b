package org.egcg.reporting.web.rest;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One of the services that {@link RequestsBenchmark} asks in turns, with the names that it gives to pages. */
final class MeasuredService {

    private static final Pattern ID = Pattern.compile("\"_id\" ?: ?(?:\\{\\s*\"\\$oid\" ?: ?)?\"([0-9a-f]{24})\"");
    private static final Pattern ELEMENT = Pattern.compile("\"run_element_id\"");

    /** How a service spells the length of a page, and the longest that it gives. */
    private enum Dialect {
        EVE("max_results", Integer.MAX_VALUE),
        RESTHEART("pagesize", 1_000);

        private final String length;
        private final int longest;

        Dialect(String length, int longest) {
            this.length = length;
            this.longest = longest;
        }
    }

    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicInteger stored = new AtomicInteger();
    private final String name;
    private final Dialect dialect;
    private final URI api;
    private final String authorization;
    private final Optional<ProcessHandle> process;

    private MeasuredService(
            String name, Dialect dialect, URI api, String authorization, Optional<ProcessHandle> process) {
        this.name = name;
        this.dialect = dialect;
        this.api = api;
        this.authorization = authorization;
        this.process = process;
    }

    static MeasuredService withUser(String name, URI api, String user, String password, OptionalLong process) {
        String account = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return new MeasuredService(
                name,
                Dialect.EVE,
                api,
                "Basic " + account,
                process.isPresent() ? ProcessHandle.of(process.getAsLong()) : Optional.empty());
    }

    static MeasuredService open(String name, URI api) {
        return new MeasuredService(name, Dialect.EVE, api, "", Optional.empty());
    }

    /** @param described name, address and process, {@code eve http://127.0.0.1:5000/api/0.1/ 1234}, several with commas between */
    static List<MeasuredService> described(String described) {
        return Stream.of(described.split(","))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .map(one -> one.split(" +"))
                .map(parts -> new MeasuredService(
                        parts[0],
                        parts[0].equals("RESTHeart") ? Dialect.RESTHEART : Dialect.EVE,
                        URI.create(parts[1]),
                        "",
                        ProcessHandle.of(Long.parseLong(parts[2]))))
                .toList();
    }

    String name() {
        return name;
    }

    /** How many run elements it has acknowledged. */
    int stored() {
        return stored.get();
    }

    /** What its processes have used, all threads, to ten milliseconds: of many requests together it says something. */
    long processorNanos() {
        return process.stream()
                .flatMap(one -> Stream.concat(Stream.of(one), one.descendants()))
                .flatMap(one -> one.info().totalCpuDuration().stream())
                .mapToLong(Duration::toNanos)
                .sum();
    }

    /** RESTHeart wants to be told what there will be. */
    void prepare() throws IOException, InterruptedException {
        if (dialect == Dialect.RESTHEART) {
            for (String path : List.of("", "runs", "lanes", "run_elements")) {
                answered(request(path).PUT(HttpRequest.BodyPublishers.noBody()));
            }
        }
    }

    boolean givesPageOf(int size) {
        return size <= dialect.longest;
    }

    String page(int size) throws IOException, InterruptedException {
        return answered(request("run_elements?" + dialect.length + "=" + size));
    }

    /** The address of some run element. */
    String one() throws IOException, InterruptedException {
        return "run_elements/"
                + ID.matcher(page(1))
                        .results()
                        .findFirst()
                        .map((MatchResult id) -> id.group(1))
                        .orElseThrow();
    }

    String get(String path) throws IOException, InterruptedException {
        return answered(request(path));
    }

    String post(String resource, String body) throws IOException, InterruptedException {
        String answer = answered(request(resource)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        stored.addAndGet((int) ELEMENT.matcher(body).results().count());
        return answer;
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(api.resolve(path));
        return authorization.isEmpty() ? request : request.header("Authorization", authorization);
    }

    private String answered(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(name + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }
}
