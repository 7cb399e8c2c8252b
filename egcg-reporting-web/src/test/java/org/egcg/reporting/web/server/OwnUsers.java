package org.egcg.reporting.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.egcg.reporting.testkit.RunningServer;

/** WildFly asks the application for users once it was told to. */
final class OwnUsers {

    static final Path EXAMPLE = RunningServer.projectRoot().resolve("etc/examples/war");

    private OwnUsers() {}

    /** Sets a directory of WildFly up so, if that is the server; Payara needs nothing. */
    static void onWildFly(Path base) throws IOException, InterruptedException {
        if (!System.getProperty("egcg.server", "payara").equals("wildfly")) {
            return;
        }
        Path root = RunningServer.projectRoot();
        Path home = root.resolve("egcg-reporting-web/target/servers/wildfly");
        run(
                root.resolve("etc/wildfly/prepare"),
                Map.of("WILDFLY_HOME", home.toString(), "WILDFLY_BASE", base.toString()));
        run(
                home.resolve("bin/jboss-cli.sh"),
                Map.of("JAVA_OPTS", "-Djboss.server.base.dir=" + base),
                "--file=" + EXAMPLE.resolve("jakarta-security.cli"));
    }

    private static void run(Path program, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        ProcessBuilder process = new ProcessBuilder(program.toString()).redirectErrorStream(true);
        process.command().addAll(java.util.List.of(arguments));
        process.environment().putAll(environment);
        File said = File.createTempFile("wildfly", ".log");
        assertThat(process.redirectOutput(said).start().waitFor())
                .as(said.toString())
                .isZero();
    }
}
