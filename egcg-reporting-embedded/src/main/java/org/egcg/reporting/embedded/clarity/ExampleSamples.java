package org.egcg.reporting.embedded.clarity;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.egcg.reporting.yaml.Section;

/** The samples of the embedded LIMS' example file, as the stand-in for Clarity knows them. */
public final class ExampleSamples {

    private ExampleSamples() {}

    /** Names and fields, in the file's order. Text that is a number counts as one. */
    public static Map<String, BsonDocument> of(Section example) {
        Map<String, BsonDocument> samples = new LinkedHashMap<>();
        for (Section sample : example.sections("samples")) {
            samples.put(sample.text("name"), fields(sample.section("udfs")));
        }
        return samples;
    }

    private static BsonDocument fields(Section udfs) {
        BsonDocument fields = new BsonDocument();
        for (String name : udfs.keys()) {
            udfs.optionalText(name).ifPresent(text -> fields.append(name, value(text)));
        }
        return fields;
    }

    private static BsonValue value(String text) {
        if (text.matches("-?[0-9]{1,18}")) {
            return new BsonInt64(Long.parseLong(text));
        }
        return text.matches("-?[0-9]{1,18}\\.[0-9]{1,18}")
                ? new BsonDouble(Double.parseDouble(text))
                : new BsonString(text);
    }
}
