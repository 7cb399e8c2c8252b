package org.egcg.reporting.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.egcg.reporting.yaml.Section;

/** The schemas of all resources, in the order in which the API lists them. Immutable. */
public final class Schemas {

    private final Map<String, Schema> byResource;

    Schemas(Map<String, Schema> byResource) {
        this.byResource = Collections.unmodifiableMap(new LinkedHashMap<>(byResource));
    }

    /**
     * Reads the text of a {@code schema.yaml}.
     *
     * @param file the file's name for messages
     * @throws org.egcg.reporting.error.ReportingException.Misconfigured if the file says what no schema can say
     */
    public static Schemas read(String file, String yaml) {
        return read(Section.read(file, yaml));
    }

    /** As {@link #read(String, String)}. */
    public static Schemas read(Section file) {
        return new Schemas(new SchemaFile(file).schemas());
    }

    /** The schemas that the library brings along. */
    public static Schemas packaged() {
        try (InputStream file = Schemas.class.getResourceAsStream("/org/egcg/reporting/etc/schema.yaml")) {
            return read("schema.yaml", new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The resources' names. */
    public List<String> names() {
        return List.copyOf(byResource.keySet());
    }

    /** All schemas. */
    public List<Schema> all() {
        return List.copyOf(byResource.values());
    }

    /** The schema of a resource; names are case-sensitive. */
    public Optional<Schema> named(String resource) {
        return Optional.ofNullable(byResource.get(resource));
    }
}
