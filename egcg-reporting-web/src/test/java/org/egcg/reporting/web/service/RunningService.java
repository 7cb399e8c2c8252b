package org.egcg.reporting.web.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import org.egcg.reporting.embedded.clarity.FakeClarity;
import org.egcg.reporting.embedded.store.StoppableStore;
import org.egcg.reporting.lims.LimsServer;
import org.egcg.reporting.testkit.RunningServer;

/**
 * The packaged application on its server, over a {@link ServiceStore} and a LIMS that tests may stop, with the
 * configuration and the user of the
 * recordings. It is started once for all tests; the system property {@code egcg.api} names one that runs already.
 */
final class RunningService {

    private static final String USER = "apiuser";
    private static final String KEY = "a_test_key";

    private static RunningService started;

    private final Service service;
    private final RunningServer server;
    private final LimsServer lims;
    private final Optional<StoppableStore> store;

    private RunningService(Service service, RunningServer server, LimsServer lims, Optional<StoppableStore> store) {
        this.service = service;
        this.server = server;
        this.lims = lims;
        this.store = store;
    }

    static synchronized RunningService get() {
        if (started == null) {
            String running = System.getProperty("egcg.api");
            started = running == null
                    ? start()
                    : new RunningService(service(running, running()), null, null, Optional.empty());
        }
        return started;
    }

    /** The stand-in for the LIMS of a service that runs already. */
    private static String running() {
        return System.getProperty("egcg.clarity", "http://127.0.0.1:8099");
    }

    private static Service service(String api, String clarity) {
        return new Service(URI.create(api), USER, KEY, URI.create(clarity));
    }

    private static RunningService start() {
        FakeClarity clarity = clarity();
        Path directory = Path.of("target", "service-" + System.nanoTime()).toAbsolutePath();
        ServiceStore store = ServiceStore.in(directory.resolve("documents"));
        LimsServer lims = LimsServer.recorded(directory.resolve("lims"));
        RunningServer server = RunningServer.in(directory)
                .with(
                        "REPORTINGCONFIG",
                        configuration(directory, store, clarity.baseuri(), lims.address())
                                .toString())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.close();
            lims.close();
        }));
        return new RunningService(service(server.api(), clarity.baseuri()), server, lims, store.own());
    }

    private static FakeClarity clarity() {
        try {
            return FakeClarity.open(0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    private static Path configuration(Path directory, ServiceStore store, String clarity, String lims) {
        try (InputStream recorded = RunningService.class.getResourceAsStream("/conformance/reporting.yaml")) {
            String text = new String(recorded.readAllBytes(), StandardCharsets.UTF_8);
            Files.createDirectories(directory);
            addUser(directory.resolve("users.sqlite"));
            return Files.writeString(
                    directory.resolve("reporting.yaml"),
                    store.configured(text)
                            .replace("x_domains: []", "x_domains: ['https://lims.example.org']")
                            .replace("http://127.0.0.1:8099", clarity)
                            .replace("127.0.0.1:5432", lims)
                            .replace("db: clarity", "db: postgres")
                            .replace("username: clarity", "username: postgres"));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** In the form of the original service: a plain digest of the password. */
    private static void addUser(Path file) {
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            database.createStatement().execute("create table users (id text unique, pw_hash unique)");
            try (PreparedStatement insert = database.prepareStatement("insert into users values (?, ?)")) {
                insert.setString(1, USER);
                insert.setBytes(2, MessageDigest.getInstance("SHA-256").digest(USER.getBytes(StandardCharsets.UTF_8)));
                insert.execute();
            }
        } catch (SQLException | NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    Service service() {
        return service;
    }

    /** The store, if it is one that a test may stop. */
    Optional<StoppableStore> store() {
        return store;
    }

    /** Whether the server is ours to be looked into. */
    boolean isOurs() {
        return server != null;
    }

    /** The PostgreSQL database of the LIMS; not that of a service that ran already. */
    Optional<LimsServer> lims() {
        return Optional.ofNullable(lims);
    }

    /** Everything that the server has printed. */
    String log() throws IOException {
        return Files.readString(server.log());
    }

    /** What each thread of the server is doing. */
    String threads() throws IOException, InterruptedException {
        return server.jcmd("Thread.print");
    }

    /** How many bytes of heap the server uses after a collection. */
    long heapInUse() throws IOException, InterruptedException {
        return server.heapInUse();
    }

    /** How many sockets the server has open, by what Linux tells; 0 elsewhere. */
    long sockets() throws IOException {
        Path open = Path.of("/proc/" + server.pid() + "/fd");
        if (!Files.isDirectory(open)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(open)) {
            return files.filter(RunningService::isSocket).count();
        }
    }

    private static boolean isSocket(Path file) {
        try {
            return Files.readSymbolicLink(file).toString().startsWith("socket:");
        } catch (IOException closedMeanwhile) {
            return false;
        }
    }
}
