package org.egcg.reporting.client.folder.internal.tool;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.filter.FilteringParserDelegate;
import com.fasterxml.jackson.core.filter.JsonPointerBasedFilter;
import com.fasterxml.jackson.core.filter.TokenFilter.Inclusion;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.egcg.reporting.client.folder.internal.JsonFile;
import org.egcg.reporting.client.folder.internal.LineLimit;
import org.egcg.reporting.client.folder.internal.TextFile;

/** The numbers of a tool's file, by the names that it gives to samples; an empty name where it names none. */
final class ToolFile {
    private static final Pattern NUMBER = Pattern.compile("-?\\d[\\d,]*(\\.\\d+)?([eE][-+]?\\d{1,3})?");
    private static final int MOST_SAMPLES = 250_000;

    private final Path file;
    private final Set<String> wanted;
    private final Map<String, Map<String, Double>> samples = new LinkedHashMap<>();

    private ToolFile(Path file, ToolMapping mapping) {
        this.file = file;
        this.wanted = mapping.names();
    }

    static Map<String, Map<String, Double>> read(Path file, ToolMapping mapping) {
        ToolFile found = new ToolFile(file, mapping);
        ToolMapping.Form form = mapping.form();
        if (form instanceof ToolMapping.Form.Lines lines) {
            TextFile.read(file, text -> found.lines(text, lines.pattern()));
        } else if (form instanceof ToolMapping.Form.Row row) {
            TextFile.read(file, text -> found.row(text, row, mapping.sample().orElse("")));
        } else if (form instanceof ToolMapping.Form.Json json) {
            found.json(json.pointer(), parser -> found.tell("", "", JsonFile.part(parser)));
        } else if (form instanceof ToolMapping.Form.JsonSamples json) {
            found.json(json.pointer(), found::samples);
        }
        return found.samples;
    }

    private void tell(String sample, String name, String text) {
        Matcher number = NUMBER.matcher(text.strip());
        if (wanted.contains(name) && number.lookingAt()) {
            if (samples.size() > MOST_SAMPLES) {
                throw new IllegalArgumentException("tells of more samples than there can be");
            }
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

    /** Hands over what a pointer leads to; the rest of the file is passed over. */
    private void json(String pointer, JsonFile.Reading reading) {
        JsonFile.read(file, parser -> {
            JsonParser found = pointer.isEmpty() ? parser : below(parser, pointer);
            if (found.nextToken() != null) {
                reading.read(found);
            }
            // what is broken further down is broken
            JsonToken rest = parser.nextToken();
            while (rest != null) {
                rest = parser.nextToken();
            }
        });
    }

    private static JsonParser below(JsonParser parser, String pointer) {
        return new FilteringParserDelegate(
                parser, new JsonPointerBasedFilter(pointer), Inclusion.ONLY_INCLUDE_ALL, false);
    }

    /** Objects that hold those of samples, in a list or by any name. */
    private void samples(JsonParser parser) throws IOException {
        while (parser.nextToken() != null && !parser.currentToken().isStructEnd()) {
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String sample = parser.currentName();
                    parser.nextToken();
                    tell(sample, "", JsonFile.part(parser));
                }
            }
        }
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
