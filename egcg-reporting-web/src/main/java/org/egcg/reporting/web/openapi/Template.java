package org.egcg.reporting.web.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The parts of {@code openapi.yaml}. Words in angle brackets stand for what is filled in. Immutable. */
final class Template {

    private static final String FILE = "openapi.yaml";

    private final BsonDocument parts;

    private Template(BsonDocument parts) {
        this.parts = parts;
    }

    static Template read() {
        try (InputStream file = Template.class.getResourceAsStream(FILE)) {
            return new Template(tree(new Yaml(new SafeConstructor(new LoaderOptions())).load(file))
                    .asDocument());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * A part, filled in.
     *
     * @param words by their names; one that is a text's whole is put there as it is, others become part of the text
     */
    BsonDocument part(String name, Map<String, ? extends BsonValue> words) {
        return filled(parts.get(name), words).asDocument();
    }

    private static BsonValue filled(BsonValue tree, Map<String, ? extends BsonValue> words) {
        if (tree.isDocument()) {
            BsonDocument filled = new BsonDocument();
            tree.asDocument().forEach((key, value) -> filled.put(text(key, words), filled(value, words)));
            return filled;
        }
        if (tree.isArray()) {
            return new BsonArray(
                    tree.asArray().stream().map(member -> filled(member, words)).toList());
        }
        return tree.isString() ? filled(tree.asString().getValue(), words) : tree;
    }

    private static BsonValue filled(String text, Map<String, ? extends BsonValue> words) {
        boolean word = text.startsWith("<") && text.endsWith(">");
        BsonValue whole = word ? words.get(text.substring(1, text.length() - 1)) : null;
        return whole == null ? new BsonString(text(text, words)) : whole;
    }

    private static String text(String text, Map<String, ? extends BsonValue> words) {
        String filled = text;
        for (Map.Entry<String, ? extends BsonValue> word : words.entrySet()) {
            if (word.getValue().isString()) {
                filled = filled.replace(
                        "<" + word.getKey() + ">", word.getValue().asString().getValue());
            }
        }
        return filled;
    }

    private static BsonValue tree(Object yaml) {
        if (yaml instanceof Map<?, ?> map) {
            BsonDocument document = new BsonDocument();
            map.forEach((key, value) -> document.put(key.toString(), tree(value)));
            return document;
        } else if (yaml instanceof List<?> list) {
            return new BsonArray(list.stream().map(Template::tree).toList());
        } else if (yaml instanceof Boolean flag) {
            return BsonBoolean.valueOf(flag);
        } else if (yaml instanceof Number number) {
            return new BsonInt64(number.longValue());
        }
        return new BsonString(yaml.toString());
    }
}
