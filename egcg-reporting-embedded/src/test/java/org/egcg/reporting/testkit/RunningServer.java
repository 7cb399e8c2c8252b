package org.egcg.reporting.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.embedded.ExampleFacility;
import org.egcg.reporting.embedded.store.EmbeddedStore;
import org.egcg.reporting.security.Role;
import org.egcg.reporting.security.Users;
import org.egcg.reporting.store.DuplicateKeyException;
import org.egcg.reporting.store.MongoStore;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The WAR on a real application server in a process of its own, at context root {@code /} on a free port. It is started
 * by the same scripts of {@code etc/} as in production. The system property {@code egcg.server} chooses
 * {@code payara} (unless set) or {@code wildfly}; the build must have packaged the WAR.
 */
public final class RunningServer implements AutoCloseable {
    /** Of the serial collector and of G1, whose young regions are part of what it says. */
    private static final Pattern HEAP = Pattern.compile(
            "(?:tenured generation|garbage-first heap)\\s+total \\d+K, used (\\d+)K[^\\n]*\\n(?:.*?, \\d+ young \\((\\d+)K\\))?");

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final Map<String, String> environment = new LinkedHashMap<>();
    private final Path directory;
    private final int port = freePort();
    private final Optional<TestStore> store = TestStore.external().map(uri -> new TestStore());
    private String guarded = "/api/0.1/runs";
    private String script = System.getProperty("egcg.server", "payara") + "/start";
    private Process process;

    private RunningServer(Path directory) {
        this.directory = directory;
        environment.put("EGCG_DATA_DIR", directory.resolve("data").toString());
    }

    /** A server that is not started yet; its data and logs go into the directory. */
    public static RunningServer in(Path directory) {
        return new RunningServer(directory.toAbsolutePath());
    }

    /** Sets an environment variable of the server, such as {@code REPORTINGCONFIG}. */
    public RunningServer with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Sets its configuration. Where tests are to use a MongoDB, it gets a database of its own there. */
    public RunningServer configured(String yaml) {
        Map<String, Object> settings = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        store.ifPresent(
                own -> inside(settings, "rest_app").putAll(Map.of("db_host", own.uri(), "db_name", own.database())));
        try {
            Files.createDirectories(directory);
            Path file = Files.writeString(directory.resolve("reporting.yaml"), new Yaml().dump(settings));
            return with("REPORTINGCONFIG", file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> inside(Map<String, Object> settings, String section) {
        return (Map<String, Object>) settings.computeIfAbsent(section, absent -> new LinkedHashMap<String, Object>());
    }

    /** What is to be in its store before it starts. */
    @FunctionalInterface
    public interface Documents {
        void into(MongoStore store) throws DuplicateKeyException;
    }

    /** Puts documents into its store. */
    public RunningServer withDocuments(Documents documents) throws DuplicateKeyException {
        if (store.isPresent()) {
            try (MongoStore open = store.get().connect()) {
                documents.into(open);
            }
            return configured(packagedConfiguration());
        }
        Path files = Path.of(environment.get("EGCG_DATA_DIR")).resolve("store");
        try (EmbeddedStore embedded = EmbeddedStore.open(files);
                MongoStore open = MongoStore.at(embedded.connectionString(), "reporting")) {
            documents.into(open);
        }
        return this;
    }

    /** Gives it the example facility, without the two years before its autumn, and the administrator {@code demo}, after it was {@link #configured}. */
    public RunningServer withExample(String password) {
        if (store.isEmpty()) {
            return with(ExampleFacility.PASSWORD, password).with(ExampleFacility.EXTENT, ExampleFacility.AUTUMN);
        }
        if (!environment.containsKey("REPORTINGCONFIG")) {
            configured(packagedConfiguration());
        }
        try (Reporting reporting = store.get().reporting()) {
            ExampleFacility.load(reporting);
        }
        return withAdministrator("demo", password);
    }

    private static String packagedConfiguration() {
        try {
            return Files.readString(projectRoot().resolve("etc/example_reporting.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives it an administrator, among the users in its data directory. */
    public RunningServer withAdministrator(String name, String password) {
        Path data = Path.of(environment.get("EGCG_DATA_DIR"));
        try {
            Files.createDirectories(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (Users users = Users.open(data.resolve("users.sqlite").toString(), Role.EDITOR)) {
            users.add(name, password, Role.ADMIN);
        }
        return this;
    }

    /** Chooses another script below {@code etc/} that starts it. */
    public RunningServer by(String other) {
        script = other;
        return this;
    }

    /** Says where another application asks strangers who they are, by which it is known to answer. */
    public RunningServer askingStrangersAt(String path) {
        guarded = path;
        return this;
    }

    /** Starts the server, and waits until the application answers. */
    public RunningServer start() {
        try {
            Files.createDirectories(directory);
            process = command().start();
            awaitAnswer();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ProcessBuilder command() {
        Path root = projectRoot();
        Path servers = root.resolve("egcg-reporting-web/target/servers");
        ProcessBuilder builder = new ProcessBuilder(
                        root.resolve("etc").resolve(script).toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        Map<String, String> variables = builder.environment();
        variables.put("HTTP_PORT", Integer.toString(port));
        variables.put(
                "WAR",
                root.resolve("egcg-reporting-web/target/egcg-reporting.war").toString());
        variables.put("PAYARA_MICRO", servers.resolve("payara-micro.jar").toString());
        variables.put("WILDFLY_HOME", servers.resolve("wildfly").toString());
        variables.put("WILDFLY_BASE", directory.resolve("wildfly").toString());
        variables.put("JAVA_OPTS", "-Xms256m -Xmx512m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        variables.putAll(environment);
        return builder;
    }

    private void awaitAnswer() {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!isAnswering()) {
            if (!process.isAlive() || Instant.now().isAfter(deadline)) {
                kill();
                throw new IllegalStateException("The server did not start; see " + log());
            }
            pause();
        }
    }

    /** Whether the application, and not just the server, answers: it asks a stranger who he is. */
    public boolean isAnswering() {
        HttpRequest stranger = HttpRequest.newBuilder(address().resolve(guarded))
                .timeout(Duration.ofSeconds(30))
                .build();
        try {
            return HTTP.send(stranger, HttpResponse.BodyHandlers.discarding()).statusCode() == 401;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Ends with a slash: {@code http://localhost:12345/}. */
    public URI address() {
        return URI.create("http://localhost:" + port + "/");
    }

    /** The API's address, as clients know it. */
    public String api() {
        return "http://localhost:" + port + "/api/0.1";
    }

    public int port() {
        return port;
    }

    /** Of the server's process, to look at its memory and threads; it may be a script's, and have a database beside it. */
    public long pid() {
        return process.descendants()
                .filter(one -> one.info().command().orElse("").endsWith("/java"))
                .findFirst()
                .map(ProcessHandle::pid)
                .orElse(process.pid());
    }

    /** How many bytes of heap the server keeps after a collection; what it has made since is not counted. */
    public long heapInUse() throws IOException, InterruptedException {
        jcmd("GC.run");
        Matcher used = HEAP.matcher(jcmd("GC.heap_info"));
        if (!used.find()) {
            throw new IllegalStateException("a collector that is not known here");
        }
        long young = used.group(2) == null ? 0 : Long.parseLong(used.group(2));
        return (Long.parseLong(used.group(1)) - young) * 1024;
    }

    /** What the server's virtual machine answers to a diagnostic command. */
    public String jcmd(String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        String.valueOf(pid()),
                        command)
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }

    /** Everything that the server has printed. */
    public Path log() {
        return directory.resolve("server.log");
    }

    /** Asks the server to stop and waits for it; {@link #start()} starts it again on the same port and data. */
    public void stop() {
        process.destroy();
        await(Duration.ofMinutes(1));
    }

    /** Ends the server at once, as a power cut would; {@link #start()} starts it again. */
    public void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        await(Duration.ofMinutes(1));
    }

    private void await(Duration patience) {
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        if (process != null && process.isAlive()) {
            stop();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The project's root directory, from wherever in it the tests run. */
    public static Path projectRoot() {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.exists(directory.resolve("egcg-reporting-web")) && directory.getParent() != null) {
            directory = directory.getParent();
        }
        return directory;
    }
}
