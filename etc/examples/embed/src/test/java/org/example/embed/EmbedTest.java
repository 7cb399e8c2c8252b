package org.example.embed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.egcg.reporting.fixture.HeapStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an embedder's program has and does, in processes of their own with the class paths that Maven gives them. */
class EmbedTest {

    private static final int MEGABYTE = 1 << 20;
    private static final Path TARGET = Path.of("target").toAbsolutePath();

    @TempDir
    Path directory;

    private static List<Path> classPath(String file) throws IOException {
        return Arrays.stream(Files.readString(TARGET.resolve(file)).strip().split(File.pathSeparator))
                .map(Path::of)
                .collect(Collectors.toList());
    }

    /** Without versions; a directory of classes, where the build has made no jar yet, by its module's name. */
    private static String name(Path part) {
        String name = Files.isDirectory(part)
                ? part.getParent().getParent().getFileName().toString()
                : part.getFileName().toString();
        return name.replaceFirst("-\\d.*", "");
    }

    @Test
    void coreBringsTheDriverJacksonAndSnakeYamlAndNothingElse() throws IOException {
        assertEquals(
                Set.of(
                        "egcg-reporting-core",
                        "mongodb-driver-sync",
                        "mongodb-driver-core",
                        "bson",
                        "jackson-core",
                        "snakeyaml"),
                classPath("core.classpath").stream().map(EmbedTest::name).collect(Collectors.toCollection(TreeSet::new)));
        Set<String> driver = classPath("program.classpath").stream()
                .filter(part -> part.toString().contains("mongodb"))
                .map(EmbedTest::name)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of("bson", "bson-record-codec", "mongodb-driver-core", "mongodb-driver-sync"), driver);
        assertFalse(
                Files.readString(Path.of("../../../egcg-reporting-core/pom.xml")).contains("<scope>runtime</scope>"),
                "what only runs would be missing in the first list");
    }

    @Test
    void togetherTheyAreSmall() throws IOException {
        long bytes = 0;
        for (Path part : classPath("core.classpath")) {
            bytes += size(part);
        }
        assertTrue(bytes < 10 * MEGABYTE, bytes + " bytes");
    }

    private static long size(Path part) throws IOException {
        try (Stream<Path> files = Files.walk(part)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    @Test
    void theProgramOfTheReadmeRuns() throws Exception {
        assertEquals("BsonString{value='r1'}\n", run(classPath("program.classpath"), "org.example.embed.Embed"));
        try (Stream<Path> kept = Files.list(directory.resolve("data"))) {
            assertEquals(List.of("store"), kept.map(file -> file.getFileName().toString()).toList());
        }
    }

    @Test
    void coreAloneRunsOverAStoreOfOnesOwnAndNamesWhatIsMissing() throws Exception {
        Path settings = Files.createDirectory(directory.resolve("settings"));
        List<Path> classPath = classPath("core.classpath");
        classPath.add(TARGET.resolve("test-classes"));
        classPath.add(Path.of(HeapStore.class.getProtectionDomain().getCodeSource().getLocation().toURI()));
        assertEquals("""
                r1
                users: class path: com.password4j:password4j, com.nulab-inc:zxcvbn, com.eatthepath:java-otp: missing, and users need it
                lims: No LIMS is configured, and the embedded one is not on the class path: configure a database, or add org.egcg.reporting:egcg-reporting-embedded
                store: example_reporting.yaml: db_host: is missing, and the embedded store is not on the class path: name a MongoDB, or add org.egcg.reporting:egcg-reporting-embedded
                1 thread
                """, run(classPath, "org.example.embed.OwnStore", settings.toString()));
    }

    /** What a program prints; it has to end by itself. */
    private String run(List<Path> classPath, String main, String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", Stream.concat(Stream.of(TARGET.resolve("classes")), classPath.stream())
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator))));
        command.add(main);
        command.addAll(List.of(arguments));
        Path log = directory.resolve("log");
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("EGCG_") || name.equals("REPORTINGCONFIG"));
        builder.environment().put("EGCG_DATA_DIR", directory.resolve("data").toString());
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(1, TimeUnit.MINUTES), "ends");
        assertEquals(0, process.exitValue(), Files.readString(log));
        return printed;
    }
}
