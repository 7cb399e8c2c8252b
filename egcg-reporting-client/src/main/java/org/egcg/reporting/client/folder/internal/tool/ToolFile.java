package org.egcg.reporting.client.folder.internal.tool;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.egcg.reporting.client.folder.FolderException;
import org.egcg.reporting.client.folder.internal.LineLimit;
import org.egcg.reporting.client.folder.internal.TextFile;

/** The numbers of a tool's file, by the names that it gives to samples; an empty name where it names none. */
final class ToolFile {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Pattern NUMBER = Pattern.compile("-?\\d[\\d,]*(\\.\\d+)?([eE][-+]?\\d{1,3})?");
    private static final int LONGEST = 1 << 26;

    private final Path file;
    private final Map<String, Map<String, Double>> samples = new LinkedHashMap<>();

    private ToolFile(Path file) {
        this.file = file;
    }

    static Map<String, Map<String, Double>> read(Path file, ToolMapping mapping) {
        ToolFile found = new ToolFile(file);
        ToolMapping.Form form = mapping.form();
        if (form instanceof ToolMapping.Form.Lines lines) {
            TextFile.read(file, text -> found.lines(text, lines.pattern()));
        } else if (form instanceof ToolMapping.Form.Row row) {
            TextFile.read(file, text -> found.row(text, row, mapping.sample().orElse("")));
        } else if (form instanceof ToolMapping.Form.Json json) {
            found.tell("", "", found.json().at(json.pointer()));
        } else if (form instanceof ToolMapping.Form.JsonSamples json) {
            found.json().at(json.pointer()).forEach(found::samples);
        }
        return found.samples;
    }

    private void tell(String sample, String name, String text) {
        Matcher number = NUMBER.matcher(text.strip());
        if (number.lookingAt()) {
            samples.computeIfAbsent(sample, first -> new HashMap<>())
                    .putIfAbsent(name, Double.valueOf(number.group().replace(",", "")));
        }
    }

    private boolean lines(LineLimit text, Pattern pattern) throws IOException {
        for (String line = text.readLine(); line != null; line = text.readLine()) {
            Matcher found = pattern.matcher(line);
            if (found.find()) {
                tell("", found.group("name").strip(), found.group("value"));
            }
        }
        return true;
    }

    private boolean row(LineLimit text, ToolMapping.Form.Row row, String sampleColumn) throws IOException {
        for (String line = text.readLine(); line != null; line = text.readLine()) {
            if (line.startsWith(row.begin())) {
                String head = row.headIsNext() ? text.readLine() : line;
                String numbers = text.readLine();
                if (head == null || numbers == null || numbers.isBlank()) {
                    throw new IllegalArgumentException("is cut off after " + row.begin());
                }
                cells(List.of(head.split("\t", -1)), List.of(numbers.split("\t", -1)), sampleColumn);
                return true;
            }
        }
        return false;
    }

    private void cells(List<String> names, List<String> cells, String sampleColumn) {
        int place = names.indexOf(sampleColumn);
        String sample = place >= 0 && place < cells.size() ? cells.get(place).strip() : "";
        for (int column = 0; column < Math.min(names.size(), cells.size()); column++) {
            tell(sample, names.get(column), cells.get(column));
        }
    }

    private JsonNode json() {
        return TextFile.readBytes(file, bytes -> {
            byte[] text = bytes.readNBytes(LONGEST);
            try {
                return MAPPER.readTree(text);
            } catch (JsonProcessingException wrong) {
                long line =
                        wrong.getLocation() == null ? 0 : wrong.getLocation().getLineNr();
                throw new FolderException(file, line, "is no such JSON: " + wrong.getOriginalMessage(), wrong);
            }
        });
    }

    private void samples(JsonNode named) {
        named.properties().forEach(sample -> tell(sample.getKey(), "", sample.getValue()));
    }

    private void tell(String sample, String prefix, JsonNode object) {
        object.properties().forEach(field -> {
            JsonNode value = field.getValue();
            if (value.isObject()) {
                tell(sample, prefix + field.getKey() + "/", value);
            } else if (value.isNumber()) {
                tell(sample, prefix + field.getKey(), value.asText());
            }
        });
    }
}
