package org.egcg.reporting.client.folder.internal.tool;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.egcg.reporting.client.folder.FolderException;
import org.egcg.reporting.client.folder.internal.TextFile;

/** Which fields the numbers of tools become, in the order in which they count. */
public final class ToolMappings {
    private static final String PACKAGED = "import_mappings.yaml";

    private final List<ToolMapping> tools;

    private ToolMappings(List<ToolMapping> tools) {
        this.tools = List.copyOf(tools);
    }

    /** Those that are packaged. */
    public static ToolMappings packaged() {
        try (InputStream in = Objects.requireNonNull(ToolMappings.class.getResourceAsStream(PACKAGED), PACKAGED)) {
            return of(Path.of(PACKAGED), new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }

    /** Those of a file; {@link FolderException} if it is not as it should be. */
    public static ToolMappings read(Path file) {
        return TextFile.readBytes(file, bytes -> of(file, new String(bytes.readAllBytes(), StandardCharsets.UTF_8)));
    }

    private static ToolMappings of(Path file, String yaml) {
        String[] tool = {""};
        try {
            List<ToolMapping> tools = new ArrayList<>();
            for (Map.Entry<String, JsonNode> entry :
                    new YAMLMapper().readTree(yaml).path("tools").properties()) {
                tool[0] = entry.getKey();
                tools.add(mapping(tool[0], entry.getValue()));
            }
            return new ToolMappings(tools);
        } catch (JsonProcessingException wrong) {
            long line = wrong.getLocation() == null ? 0 : wrong.getLocation().getLineNr();
            throw new FolderException(file, line, "is no YAML: " + wrong.getOriginalMessage(), wrong);
        } catch (IllegalArgumentException wrong) {
            throw new FolderException(file, 0, "%s %s".formatted(tool[0], wrong.getMessage()), wrong);
        }
    }

    private static ToolMapping mapping(String tool, JsonNode said) {
        String sign = said.path("sign").asText();
        if (sign.isEmpty()) {
            throw new IllegalArgumentException("has no sign");
        }
        Map<String, List<ToolMapping.Term>> fields = new HashMap<>();
        said.path("fields").properties().forEach(field -> fields.put(field.getKey(), terms(field.getValue())));
        Optional<String> sample = Optional.of(said.path("sample").asText()).filter(text -> !text.isEmpty());
        return new ToolMapping(tool, sign, form(said), sample, fields);
    }

    private static ToolMapping.Form form(JsonNode said) {
        if (said.has("lines")) {
            return new ToolMapping.Form.Lines(pattern(said.path("lines").asText()));
        } else if (said.has("table after")) {
            return new ToolMapping.Form.Row(said.path("table after").asText(), true);
        } else if (said.has("table at")) {
            return new ToolMapping.Form.Row(said.path("table at").asText(), false);
        } else if (said.has("json")) {
            return new ToolMapping.Form.Json(said.path("json").asText());
        } else if (said.has("samples at")) {
            return new ToolMapping.Form.JsonSamples(said.path("samples at").asText());
        }
        throw new IllegalArgumentException("has none of lines, table after, table at, json, samples at");
    }

    private static Pattern pattern(String text) {
        if (!text.contains("(?<name>") || !text.contains("(?<value>")) {
            throw new IllegalArgumentException("has a pattern without the groups name and value");
        }
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException wrong) {
            throw new IllegalArgumentException("has a pattern that is none: " + wrong.getDescription(), wrong);
        }
    }

    private static List<ToolMapping.Term> terms(JsonNode said) {
        if (said.isTextual()) {
            return List.of(new ToolMapping.Term(said.asText(), 1));
        }
        List<ToolMapping.Term> terms = new ArrayList<>();
        said.properties()
                .forEach(term -> terms.add(
                        new ToolMapping.Term(term.getKey(), term.getValue().asDouble())));
        if (terms.isEmpty() || terms.stream().anyMatch(term -> term.factor() == 0)) {
            throw new IllegalArgumentException("has a field that is neither a name nor names with factors");
        }
        return terms;
    }

    /** The tool that wrote a file; empty if none is known that did. */
    Optional<ToolMapping> of(String head) {
        return tools.stream().filter(tool -> head.contains(tool.sign())).findFirst();
    }

    /** The place of a tool among those that measure the same. */
    int rank(ToolMapping tool) {
        return tools.indexOf(tool);
    }
}
