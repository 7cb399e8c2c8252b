package org.egcg.reporting.web.supply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.egcg.reporting.testkit.RunningServer;
import org.junit.jupiter.api.Test;

/** The application carries a list of what it is made of, and the list is true. */
class SbomIT {

    private static final String BILL = "WEB-INF/classes/META-INF/sbom/bom.json";
    private static final Pattern PURL = Pattern.compile("\"purl\" : \"pkg:maven/[^/]+/([^@]+)@([^?\"]+)[^\"]*\"");
    private static final Path WAR = RunningServer.projectRoot().resolve("egcg-reporting-web/target/egcg-reporting.war");

    @Test
    void everyLibraryInItIsInItsBillOfMaterials() throws IOException {
        try (ZipFile war = new ZipFile(WAR.toFile())) {
            assumeThat(war.getEntry(BILL))
                    .as("it is made while Maven may ask the network")
                    .isNotNull();
            Set<String> listed = PURL.matcher(bill(war))
                    .results()
                    .map(component -> component.group(1) + "-" + component.group(2))
                    .collect(Collectors.toSet());
            List<String> shipped = war.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith("WEB-INF/lib/") && name.endsWith(".jar"))
                    .map(name -> name.substring("WEB-INF/lib/".length(), name.length() - ".jar".length()))
                    .map(name -> name.replaceFirst("-jakarta$", ""))
                    .toList();
            assertThat(shipped).hasSizeGreaterThan(30);
            assertThat(listed).containsAll(shipped);
        }
    }

    private static String bill(ZipFile war) throws IOException {
        try (InputStream bill = war.getInputStream(war.getEntry(BILL))) {
            return new String(bill.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
