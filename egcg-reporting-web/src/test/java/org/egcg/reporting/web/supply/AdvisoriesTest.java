package org.egcg.reporting.web.supply;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.egcg.reporting.testkit.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing that is shipped is older than docs/advisories.md says it has to be. */
class AdvisoriesTest {

    private static final Pattern ROW = Pattern.compile("\\| `([^:`]+):([^`]+)` \\| `([^`]+)` \\|.*");

    /** A row of the table. */
    record Advisory(String group, String artifact, String atLeast) {

        /** The version that is here: among this test's libraries, or, for a server, in the project's pom. */
        Optional<String> present() throws IOException {
            String place = "/" + group.replace('.', '/') + "/" + artifact + "/";
            Optional<String> library = classpath()
                    .filter(jar -> jar.contains(place))
                    .map(jar -> Path.of(jar).getParent().getFileName().toString())
                    .findFirst();
            return library.isPresent() ? library : server();
        }

        private Optional<String> server() throws IOException {
            String name = artifact.split("-")[0] + ".version";
            Matcher property = Pattern.compile("<" + name + ">([^<]+)</")
                    .matcher(Files.readString(RunningServer.projectRoot().resolve("pom.xml")));
            boolean isServer = artifact.equals("payara-micro") || artifact.equals("wildfly-dist");
            return isServer && property.find() ? Optional.of(property.group(1)) : Optional.empty();
        }

        private static Stream<String> classpath() {
            String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
            return Stream.of(all.split(File.pathSeparator));
        }
    }

    static List<Advisory> advisories() throws IOException {
        return Files.readAllLines(RunningServer.projectRoot().resolve("docs/advisories.md")).stream()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .map(row -> new Advisory(row.group(1), row.group(2), row.group(3)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("advisories")
    void whatIsHereIsNotOlderThanItsRow(Advisory advisory) throws IOException {
        Optional<String> present = advisory.present();
        assertThat(present).as("a row of something that is here").isPresent();
        assertThat(Version.of(present.get())).isGreaterThanOrEqualTo(Version.of(advisory.atLeast()));
    }

    @Test
    void theTableIsRead() throws IOException {
        assertThat(advisories()).hasSizeGreaterThan(10);
    }

    @Test
    void anOlderVersionIsOlder() {
        assertThat(Version.of("4.2.2.Final")).isLessThan(Version.of("4.2.18.Final"));
        assertThat(Version.of("2.20.1")).isLessThan(Version.of("2.22.4"));
        assertThat(Version.of("2.23")).isGreaterThan(Version.of("2.22.4"));
        assertThat(Version.of("1.0.0")).isEqualByComparingTo(Version.of("1"));
    }
}
