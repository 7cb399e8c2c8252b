package org.egcg.reporting.web.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.egcg.reporting.testkit.RunningServer;
import org.junit.jupiter.api.Test;

/** What another user of the machine sees of the service: its pages, like everybody; none of its files. */
class OtherUserIT {

    private static final Set<PosixFilePermission> OTHERS = Set.of(
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE,
            PosixFilePermission.OTHERS_EXECUTE,
            PosixFilePermission.GROUP_WRITE);

    private final RunningServer server = AttackedServer.get();
    private final Path directory = server.log().getParent();

    @Test
    void nothingBelowTheDataDirectoryIsReadableWritableOrListedByOthers() throws IOException {
        assertThat(open(directory.resolve("data"))).isEmpty();
    }

    @Test
    void whatTheServerItselfWritesIsItsOwnersAlone() throws IOException {
        Path wildfly = directory.resolve("wildfly");
        assertThat(Files.exists(wildfly) ? open(wildfly) : List.of()).isEmpty();
        assertThat(Files.readString(Path.of("/proc", String.valueOf(server.pid()), "status")))
                .containsPattern("Umask:\\s+0077");
    }

    /** As root, who alone can become somebody else; elsewhere the permissions above have to do. */
    @Test
    void nobodyListsReadsOrRunsWhatIsInTheDataDirectory() throws IOException, InterruptedException {
        assumeThat(System.getProperty("user.name")).isEqualTo("root");
        assumeThat(Path.of("/usr/bin/setpriv")).isExecutable();
        Path data = directory.resolve("data");
        assertThat(asNobody("id", "-u")).contains("65534");
        assertThat(asNobody("find", data.toString(), "-mindepth", "1")).doesNotContain(data + "/");
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).limit(25).toList()) {
                assertThat(asNobody("cat", file.toString())).contains("Permission denied");
            }
        }
    }

    /** What is in a directory that is closed to others is closed with it. */
    private static List<Path> open(Path below) throws IOException {
        if (isClosed(below)) {
            return List.of();
        }
        List<Path> open = new ArrayList<>(List.of(below));
        if (Files.isDirectory(below, LinkOption.NOFOLLOW_LINKS)) {
            try (Stream<Path> files = Files.list(below)) {
                for (Path file : files.toList()) {
                    open.addAll(open(file));
                }
            }
        }
        return open;
    }

    private static boolean isClosed(Path file) throws IOException {
        try {
            return Files.isSymbolicLink(file)
                    || Files.getPosixFilePermissions(file).stream().noneMatch(OTHERS::contains);
        } catch (NoSuchFileException goneMeanwhile) {
            return true;
        }
    }

    private static String asNobody(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Stream.concat(
                                Stream.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--"),
                                Stream.of(command))
                        .toList())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }
}
