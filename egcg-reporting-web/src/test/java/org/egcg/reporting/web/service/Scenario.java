package org.egcg.reporting.web.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.egcg.reporting.json.JsonReader;

/** A recorded conversation with the original service, from empty collections on. */
record Scenario(String name, List<BsonDocument> steps) {

    private static final Path ROOT = root();

    private static Path root() {
        try {
            return Path.of(Scenario.class.getResource("/conformance").toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The scenarios below a directory such as {@code public/crud}, by name. */
    static List<Scenario> below(String directory) {
        try (Stream<Path> files = Files.walk(ROOT.resolve(directory))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(Scenario::read)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Scenario read(Path file) {
        try {
            BsonDocument content = JsonReader.read(Files.readAllBytes(file)).asDocument();
            String path = ROOT.relativize(file).toString().replace('\\', '/');
            List<BsonDocument> steps = content.getArray("steps").stream()
                    .map(BsonValue::asDocument)
                    .toList();
            return new Scenario(path.substring(0, path.length() - ".json".length()), steps);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
