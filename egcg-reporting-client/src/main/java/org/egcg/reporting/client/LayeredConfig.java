package org.egcg.reporting.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A configuration file with its sections laid over each other. */
final class LayeredConfig {
    private LayeredConfig() {}

    static ObjectNode first(List<? extends @Nullable Path> searchPath, Optional<String> section) {
        Path file = searchPath.stream()
                .filter(Objects::nonNull)
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new RestConfigException("Could not find any config file in specified search path"));
        ObjectNode content = read(file);
        lay(content, "default");
        section.ifPresent(name -> lay(content, name));
        return content;
    }

    private static ObjectNode read(Path file) {
        try {
            JsonNode tree = mapper(file).readTree(Files.readString(file));
            if (tree instanceof ObjectNode object) {
                return object;
            }
            throw new RestConfigException(file + " holds no sections");
        } catch (IOException e) {
            throw new RestConfigException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static ObjectMapper mapper(Path file) {
        if (file.toString().endsWith(".json")) {
            return ApiJson.MAPPER;
        }
        try {
            return Yaml.mapper();
        } catch (NoClassDefFoundError e) {
            throw new RestConfigException(
                    file + " is YAML: put com.fasterxml.jackson.dataformat:jackson-dataformat-yaml on the class path",
                    e);
        }
    }

    /** Takes a section out and merges it over what is left. */
    private static void lay(ObjectNode content, String section) {
        if (content.get(section) instanceof ObjectNode over) {
            content.remove(section);
            merge(content, over);
        }
    }

    private static void merge(ObjectNode under, ObjectNode over) {
        over.properties().forEach(field -> {
            if (under.get(field.getKey()) instanceof ObjectNode deeper
                    && field.getValue() instanceof ObjectNode objects) {
                merge(deeper, objects);
            } else {
                under.set(field.getKey(), field.getValue());
            }
        });
    }

    /** Loaded only when a YAML file is to be read, for those who have the module. */
    private static final class Yaml {
        private Yaml() {}

        static ObjectMapper mapper() {
            return new ObjectMapper(new YAMLFactory());
        }
    }
}
