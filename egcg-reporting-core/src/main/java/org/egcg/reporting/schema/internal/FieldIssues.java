package org.egcg.reporting.schema.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;

/** What is wrong at one place of a document and inside it. A place without issues leaves no trace. */
final class FieldIssues {

    private final FieldIssues around;
    private final String name;
    private final SortedMap<String, String> messagesByRule = new TreeMap<>();
    private final Map<String, FieldIssues> inside = new LinkedHashMap<>();

    private FieldIssues(FieldIssues around, String name) {
        this.around = around;
        this.name = name;
    }

    static FieldIssues ofDocument() {
        return new FieldIssues(null, "");
    }

    static FieldIssues ofDocument(String rule, String message) {
        FieldIssues issues = ofDocument();
        issues.at(rule).add(rule, message);
        return issues;
    }

    FieldIssues at(String field) {
        FieldIssues known = inside.get(field);
        return known == null ? new FieldIssues(this, field) : known;
    }

    void add(String rule, String message) {
        messagesByRule.put(rule, message);
        attach();
    }

    private void attach() {
        if (around != null && around.inside.putIfAbsent(name, this) == null) {
            around.attach();
        }
    }

    boolean isEmpty() {
        return messagesByRule.isEmpty() && inside.isEmpty();
    }

    BsonDocument toDocument() {
        BsonDocument document = new BsonDocument();
        inside.forEach((field, issues) -> document.put(field, issues.toValue()));
        return document;
    }

    private BsonValue toValue() {
        if (!inside.isEmpty()) {
            return toDocument();
        }
        BsonArray messages = new BsonArray();
        messagesByRule.values().forEach(message -> messages.add(new BsonString(message)));
        return messages.size() == 1 ? messages.get(0) : messages;
    }
}
