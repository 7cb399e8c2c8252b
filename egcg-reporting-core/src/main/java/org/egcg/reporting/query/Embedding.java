package org.egcg.reporting.query;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.json.JsonReader;

/**
 * In which fields documents are asked for in place of their names, and what is to be embedded in those documents in
 * turn. Fields that name no documents may be among them and mean nothing.
 */
public record Embedding(Map<String, Embedding> fields) {

    /** What the API answers to an argument that is no JSON object. */
    public static final String UNREADABLE = "Unable to parse `embedded` clause";

    public Embedding {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** Nothing is embedded. */
    public static Embedding none() {
        return new Embedding(Map.of());
    }

    /**
     * Reads an {@code embedded} argument such as {@code {"analysis_driver_procs": 1, "analysis_driver_procs.stages":
     * 1}}. A dotted entry counts only if the field that it leads through is embedded, too.
     *
     * @throws Malformed with the message {@link #UNREADABLE} if it is no JSON object
     */
    public static Embedding parse(String text) {
        if (text.isEmpty()) {
            return none();
        }
        BsonDocument switches = switches(text);
        List<String> paths = switches.keySet().stream()
                .filter(path -> Switches.isOne(switches.get(path)))
                .toList();
        return below("", paths);
    }

    private static BsonDocument switches(String text) {
        try {
            BsonValue value = JsonReader.read(text);
            if (value.isDocument()) {
                return value.asDocument();
            }
        } catch (Malformed noJson) {
            throw new Malformed(UNREADABLE, noJson);
        }
        throw new Malformed(UNREADABLE);
    }

    private static Embedding below(String prefix, List<String> paths) {
        Map<String, Embedding> fields = new LinkedHashMap<>();
        for (String path : paths) {
            if (path.startsWith(prefix) && path.indexOf('.', prefix.length()) < 0) {
                fields.put(path.substring(prefix.length()), below(path + ".", paths));
            }
        }
        return new Embedding(fields);
    }

    public boolean isNone() {
        return fields.isEmpty();
    }
}
