package org.egcg.reporting.web.attack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.egcg.reporting.security.Role;
import org.egcg.reporting.security.Users;
import org.egcg.reporting.testkit.RunningServer;

/**
 * The packaged application as {@code ./run.sh} starts it, everything embedded and with the example data, on its server.
 * Started once for all attacks, each of which leaves it as it found it: with names of its own, and an address of its own
 * in {@code X-Forwarded-For} where failed logins are counted.
 */
final class AttackedServer {

    /** Of the users {@code demo} (admin), {@code writer} (editor) and {@code reader} (viewer). */
    static final String PASSWORD = "only for these attacks";

    private static RunningServer started;

    private AttackedServer() {}

    static synchronized RunningServer get() {
        if (started == null) {
            started = start(Map.of());
        }
        return started;
    }

    /** The same, with the virtual machine's own choice of compilers and collector, and the heap that the start scripts give. */
    static synchronized RunningServer asInProduction() {
        started = start(Map.of("JAVA_OPTS", "-Xmx768m"));
        return started;
    }

    private static RunningServer start(Map<String, String> environment) {
        Path directory = Path.of("target", "attacked-" + System.nanoTime()).toAbsolutePath();
        RunningServer server = RunningServer.in(directory).configured("""
                        rest_app: {url_prefix: api, api_version: '0.1'}
                        service:
                            proxies: ['127.0.0.1', '0:0:0:0:0:0:0:1']
                        """).withExample(PASSWORD);
        environment.forEach(server::with);
        server.start();
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        try (Users users = users(directory)) {
            users.add("writer", PASSWORD, Role.EDITOR);
            users.add("reader", PASSWORD, Role.VIEWER);
        }
        return server;
    }

    /** The users of the running server, as an administrator on its machine opens them. */
    static Users users() {
        return users(get().log().getParent());
    }

    private static Users users(Path directory) {
        return Users.open(directory.resolve("data/users.sqlite").toString(), Role.EDITOR);
    }

    /** Everything that the server has printed. */
    static String log() throws IOException {
        return Files.readString(get().log());
    }
}
