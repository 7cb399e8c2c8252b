package org.egcg.reporting.web.service;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.egcg.reporting.json.JsonReader;

/**
 * Where we differ from the recordings on purpose: per scenario the reason, and per step what stands in the recording's
 * place. What is not named here must be as it was recorded.
 */
final class Deviations {

    private static final String EVERYWHERE = "*";
    private static final String ADDITIONS = "additions";

    private final Map<String, BsonDocument> byScenario;
    private final BsonDocument everywhere;
    private final List<String> additions;

    private Deviations(Map<String, BsonDocument> byScenario, List<String> additions) {
        this.additions = List.copyOf(additions);
        this.everywhere = byScenario.remove(EVERYWHERE);
        this.byScenario = byScenario;
    }

    static Deviations read() {
        Map<String, BsonDocument> byScenario = new LinkedHashMap<>();
        List<String> additions = new ArrayList<>();
        try (InputStream file = Deviations.class.getResourceAsStream("/conformance/deviations.json")) {
            BsonDocument all = JsonReader.read(file.readAllBytes()).asDocument();
            all.remove(ADDITIONS)
                    .asArray()
                    .forEach(path -> additions.add(path.asString().getValue()));
            all.forEach((name, value) -> byScenario.put(name, value.asDocument()));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
        return new Deviations(byScenario, additions);
    }

    /** The scenarios in which we differ, such as {@code public/crud/runs-put}. */
    Set<String> scenarios() {
        return byScenario.keySet();
    }

    /** The paths of members that answers have although they were not recorded. */
    List<String> additions() {
        return additions;
    }

    /** The name of the reason, as {@code docs/deviations.md} calls it. */
    String reason(String scenario) {
        return byScenario.get(scenario).getString("reason").getValue();
    }

    /** The name of the reason for what differs in all of them. */
    String reasonEverywhere() {
        return everywhere.getString("reason").getValue();
    }

    /** The scenario's steps as we mean them. */
    List<BsonDocument> applied(Scenario scenario) {
        List<BsonDocument> steps = new ArrayList<>();
        BsonDocument changes =
                byScenario.getOrDefault(scenario.name(), new BsonDocument()).getDocument("steps", new BsonDocument());
        for (int number = 1; number <= scenario.steps().size(); number++) {
            BsonDocument step = scenario.steps().get(number - 1).clone();
            changes.getDocument(String.valueOf(number), new BsonDocument())
                    .forEach(
                            (path, value) -> put(step, List.of(path.substring(1).split("/", -1)), value));
            steps.add(everywhere(step));
        }
        return steps;
    }

    /** Headers that every answer has otherwise than it was recorded. */
    private BsonDocument everywhere(BsonDocument step) {
        BsonDocument expected = step.getDocument("expect");
        BsonDocument headers = expected.getDocument("headers", new BsonDocument());
        if (headers.entrySet().containsAll(everywhere.getDocument("recorded").entrySet())) {
            boolean refused = expected.getNumber("status").intValue() >= 400;
            headers.putAll(everywhere.getDocument(refused ? "refused" : "answered"));
        }
        return step;
    }

    /** A value that is only the text {@code <<absent>>} takes the member away. */
    private static void put(BsonValue parent, List<String> path, BsonValue value) {
        String name = path.get(0);
        if (path.size() > 1) {
            put(child(parent, name), path.subList(1, path.size()), value);
        } else if (parent.isArray()) {
            parent.asArray().set(Integer.parseInt(name), value);
        } else if (value.isString() && value.asString().getValue().equals("<<absent>>")) {
            parent.asDocument().remove(name);
        } else {
            parent.asDocument().put(name, value);
        }
    }

    private static BsonValue child(BsonValue parent, String name) {
        return parent.isArray()
                ? parent.asArray().get(Integer.parseInt(name))
                : parent.asDocument().get(name);
    }
}
