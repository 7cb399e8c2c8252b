package org.egcg.reporting.web.page;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.egcg.reporting.embedded.store.StoppableStore;
import org.egcg.reporting.testkit.RunningServer;

/** A server without example data, whose LIMS knows nothing or is away. */
final class BareServer {

    private static final String NO_LIMS = """
            projects: []
            samples: []
            artifacts: []
            completed_steps: []
            """;

    private BareServer() {}

    /** Nothing has been reported to it. */
    static RunningServer empty(Path directory) throws IOException {
        return start(directory, "");
    }

    /** It reads a LIMS that does not answer. */
    static RunningServer withoutLims(Path directory) throws IOException {
        return start(directory, unreachableLims());
    }

    /** The same, with a store that can be stopped. */
    static RunningServer withoutLims(Path directory, StoppableStore store) throws IOException {
        return start(directory, unreachableLims() + "\n  db_host: '" + store.uri() + "'\n  db_name: reporting");
    }

    private static RunningServer start(Path directory, String settings) throws IOException {
        Path files = Files.createDirectories(directory.resolve("etc"));
        Files.writeString(files.resolve("example_lims.yaml"), NO_LIMS);
        return RunningServer.in(directory)
                .configured("""
                        rest_app:
                          url_prefix: api
                          api_version: '0.1'
                        %s
                        """.formatted(settings))
                .withAdministrator(Laboratory.USER, Laboratory.PASSWORD)
                .with("EGCG_CONFIG_DIR", files.toString())
                .start();
    }

    private static String unreachableLims() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return "  lims_url: http://lims.example.com\n  lims_database: {url: '127.0.0.1:%d', db: clarity, username: clarity, password: clarity}"
                    .formatted(socket.getLocalPort());
        }
    }
}
