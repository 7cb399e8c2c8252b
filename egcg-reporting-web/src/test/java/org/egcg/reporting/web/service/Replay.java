package org.egcg.reporting.web.service;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.json.JsonReader;

/** Plays one scenario and notes what is not as it was recorded. */
final class Replay {

    private static final List<String> ADDITIONS = Deviations.read().additions();


    private final Service service;
    private final Variables variables = new Variables();
    private final List<String> differences = new ArrayList<>();

    Replay(Service service) {
        this.service = service;
        variables.keep("clarity", service.clarity().toString());
    }

    List<String> differences(List<BsonDocument> steps) {
        for (int number = 1; number <= steps.size(); number++) {
            BsonDocument step = steps.get(number - 1);
            List<String> found = play(step);
            String where = number + " " + step.getString("method").getValue() + " "
                    + step.getString("path").getValue();
            found.forEach(difference -> differences.add("step " + where + ": " + difference));
        }
        return differences;
    }

    private List<String> play(BsonDocument step) {
        pause(step);
        BsonDocument request = step.clone();
        request.remove("expect");
        HttpResponse<byte[]> answer = service.send(variables.filled(request).asDocument());
        List<String> found = check(step.getDocument("expect"), answer);
        if (step.containsKey("save")) {
            step.getDocument("save")
                    .forEach((name, from) -> keep(name, from.asString().getValue(), answer));
        }
        return found;
    }

    private static void pause(BsonDocument step) {
        if (step.containsKey("pause")) {
            try {
                Thread.sleep(Math.round(step.getNumber("pause").doubleValue() * 1000));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private List<String> check(BsonDocument expected, HttpResponse<byte[]> answer) {
        String body = new String(answer.body(), StandardCharsets.UTF_8);
        if (answer.statusCode() != expected.getNumber("status").intValue()) {
            return List.of("expected status " + expected.getNumber("status").intValue() + ", got " + answer.statusCode()
                    + " " + body);
        }
        List<String> found = new ArrayList<>(new Headers(variables)
                .differences(expected.getDocument("headers", new BsonDocument()), answer.headers()));
        if (expected.containsKey("json")) {
            found.addAll(json(expected, body));
        } else if (expected.getBoolean("empty", BsonBoolean.FALSE).getValue() && !body.isBlank()) {
            found.add("expected no body, got " + body);
        }
        return found;
    }

    private List<String> json(BsonDocument expected, String body) {
        List<String> unordered = expected.getArray("unordered", new BsonArray()).stream()
                .map(path -> path.asString().getValue())
                .toList();
        try {
            return new Comparison(variables, unordered, ADDITIONS).differences(expected.get("json"), JsonReader.read(body));
        } catch (Malformed noJson) {
            return List.of("expected JSON, got " + body);
        }
    }

    private void keep(String name, String from, HttpResponse<byte[]> answer) {
        if (from.startsWith("header:")) {
            String header = from.substring("header:".length());
            variables.keep(name, Headers.value(header, answer.headers()).orElse(""));
            return;
        }
        BsonValue value = JsonReader.read(answer.body());
        for (String part : from.substring(1).split("/", -1)) {
            value = value.isArray() ? value.asArray().get(Integer.parseInt(part)) : member(value, part);
        }
        variables.keep(name, Variables.text(value));
    }

    private static BsonValue member(BsonValue value, String name) {
        Map<String, BsonValue> members = value.asDocument();
        if (!members.containsKey(name)) {
            throw new AssertionError("nothing to keep at " + name + " in " + value);
        }
        return members.get(name);
    }
}
