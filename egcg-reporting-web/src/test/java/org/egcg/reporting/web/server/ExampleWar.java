package org.egcg.reporting.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;
import org.egcg.reporting.testkit.RunningServer;

/** Builds the WAR of {@code etc/examples/war} as its project file says, of what this build has made. */
final class ExampleWar {

    static final Path PROJECT = RunningServer.projectRoot().resolve("etc/examples/war");

    /** What only the pages of the service's own WAR need. */
    private static final List<String> OF_PAGES =
            List.of("egcg-reporting-signin", "primefaces", "fastexcel", "openpdf", "core-3", "commons-statistics");

    private ExampleWar() {}

    static Path in(Path directory) throws IOException {
        Path classes = compiled(directory.resolve("classes"));
        Path war = directory.resolve("laboratory.war");
        try (OutputStream file = Files.newOutputStream(war);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            add(zip, PROJECT.resolve("src/main/webapp"), "");
            add(zip, classes, "WEB-INF/classes/");
            add(
                    zip,
                    RunningServer.projectRoot().resolve("egcg-reporting-web/target/egcg-reporting/WEB-INF/lib"),
                    "WEB-INF/lib/");
        }
        return war;
    }

    private static Path compiled(Path classes) throws IOException {
        Files.createDirectories(classes);
        List<String> arguments =
                new ArrayList<>(List.of("-proc:none", "-Xlint:all,-processing", "-Werror", "-d", classes.toString()));
        arguments.addAll(List.of("-cp", System.getProperty("java.class.path")));
        try (Stream<Path> sources = Files.walk(PROJECT.resolve("src/main/java"))) {
            sources.filter(source -> source.toString().endsWith(".java"))
                    .map(Path::toString)
                    .forEach(arguments::add);
        }
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int result = ToolProvider.getSystemJavaCompiler().run(null, said, said, arguments.toArray(String[]::new));
        assertThat(result).as(said.toString(StandardCharsets.UTF_8)).isZero();
        return classes;
    }

    private static void add(ZipOutputStream zip, Path directory, String prefix) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(ExampleWar::isNeeded)
                    .toList()) {
                zip.putNextEntry(new ZipEntry(
                        prefix + directory.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, zip);
            }
        }
    }

    private static boolean isNeeded(Path file) {
        return OF_PAGES.stream().noneMatch(file.getFileName().toString()::startsWith);
    }
}
