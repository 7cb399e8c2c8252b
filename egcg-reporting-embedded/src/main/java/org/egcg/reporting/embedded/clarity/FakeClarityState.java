package org.egcg.reporting.embedded.clarity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.egcg.reporting.json.JsonReader;

/** The scene and what happened in it. Every method holds the lock; none waits while it does. */
final class FakeClarityState {

    private static final Set<String> MERGED = Set.of("users", "queues", "pools", "workflows");

    private BsonDocument scene = new BsonDocument();
    private BsonArray log = new BsonArray();
    private BsonArray changes = new BsonArray();
    private final Map<String, StartedStep> steps = new TreeMap<>();
    private final Map<String, Long> routedUntil = new TreeMap<>();

    FakeClarityState() {
        reset(new BsonDocument());
    }

    synchronized void reset(BsonDocument over) {
        scene = packaged();
        over.forEach((key, value) -> {
            if (MERGED.contains(key) && value.isDocument()) {
                scene.getDocument(key).putAll(value.asDocument());
            } else {
                scene.put(key, value);
            }
        });
        log = new BsonArray();
        changes = new BsonArray();
        steps.clear();
        routedUntil.clear();
    }

    private static BsonDocument packaged() {
        String file = "/org/egcg/reporting/embedded/clarity/clarity.json";
        try (InputStream json = FakeClarityState.class.getResourceAsStream(file)) {
            return JsonReader.read(json.readAllBytes()).asDocument();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    synchronized void know(String name, BsonDocument fields) {
        if (samples(sample -> sample.getString("name").getValue().equals(name)).isEmpty()) {
            int number = scene.getArray("samples").size() + 1;
            scene.getArray("samples")
                    .add(new BsonDocument("id", new BsonString("SMP" + number))
                            .append("name", new BsonString(name))
                            .append("artifact", new BsonString("2-" + (100 + number) + "PA1"))
                            .append("project", new BsonString("P1"))
                            .append("udf", fields));
        }
    }

    synchronized BsonArray log() {
        return log.clone();
    }

    synchronized BsonArray changes() {
        return changes.clone();
    }

    synchronized BsonDocument state() {
        BsonDocument inputs = new BsonDocument();
        steps.forEach((id, step) -> inputs.append(id, step.sortedInputs()));
        return new BsonDocument("queues", scene.getDocument("queues").clone()).append("steps", inputs);
    }

    synchronized StartedStep step(String id) {
        if (!steps.containsKey(id)) {
            throw new FakeClarityFault(404, "Step not found: " + id);
        }
        return steps.get(id);
    }

    /** Notes a request before it is answered, and its status afterwards. */
    FakeClarityAnswer logged(FakeClarityRequest request, Supplier<FakeClarityAnswer> answering) {
        BsonDocument entry = new BsonDocument("method", new BsonString(request.method()))
                .append("path", new BsonString(request.path()))
                .append("query", new BsonString(request.rawQuery()))
                .append(
                        "user",
                        request.account().username().isEmpty()
                                ? BsonNull.VALUE
                                : new BsonString(request.account().username()))
                .append("status", BsonNull.VALUE)
                .append("body", new BsonString(request.body()));
        synchronized (this) {
            log.add(entry);
        }
        FakeClarityAnswer answer = answering.get();
        synchronized (this) {
            entry.put("status", new BsonInt64(answer.status()));
        }
        return answer;
    }

    /** What the scene says shall go wrong with this request; null if nothing, perhaps after a while. */
    FakeClarityAnswer fault(FakeClarityRequest request) {
        BsonDocument fault = nextFault(request);
        if (fault == null) {
            return null;
        }
        try {
            TimeUnit.MILLISECONDS.sleep(number(fault, "delay", 0));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        String body = fault.getString("body", new BsonString("<broken")).getValue();
        return fault.containsKey("status")
                ? new FakeClarityAnswer((int) number(fault, "status", 500), "application/xml", body)
                : null;
    }

    private synchronized BsonDocument nextFault(FakeClarityRequest request) {
        for (BsonValue member : scene.getArray("faults")) {
            BsonDocument fault = member.asDocument();
            String path =
                    "/api/v2/" + fault.getString("path", new BsonString("")).getValue();
            boolean meant = request.path().startsWith(path) || path.equals(request.path() + "/");
            String method =
                    fault.getString("method", new BsonString(request.method())).getValue();
            long left = number(fault, "times", Long.MAX_VALUE);
            if (meant && method.equals(request.method()) && left > 0) {
                fault.put("times", new BsonInt64(left - 1));
                return fault;
            }
        }
        return null;
    }

    static long number(BsonDocument document, String key, long otherwise) {
        return document.containsKey(key) ? document.getNumber(key).longValue() : otherwise;
    }

    synchronized boolean accepts(String user, String password) {
        BsonValue known = scene.getDocument("users").get(user);
        return known != null && known.isString() && known.asString().getValue().equals(password);
    }

    synchronized BsonDocument scene() {
        return scene.clone();
    }

    synchronized List<BsonDocument> samples(Predicate<BsonDocument> wanted) {
        return scene.getArray("samples").stream()
                .map(BsonValue::asDocument)
                .filter(wanted)
                .map(BsonDocument::clone)
                .toList();
    }

    BsonDocument sample(String id) {
        return samples(sample -> sample.getString("id").getValue().equals(id)).stream()
                .findFirst()
                .orElseThrow(() -> new FakeClarityFault(404, "Sample not found: " + id));
    }

    /** The samples inside an artifact. */
    List<BsonDocument> inside(String artifact) {
        BsonValue pool = scene().getDocument("pools").get(artifact);
        if (pool != null) {
            return pool.asArray().stream()
                    .map(id -> sample(id.asString().getValue()))
                    .toList();
        }
        List<BsonDocument> own =
                samples(sample -> sample.getString("artifact").getValue().equals(artifact));
        if (own.isEmpty()) {
            throw new FakeClarityFault(404, "Artifact not found: " + artifact);
        }
        return own;
    }

    boolean isPool(String artifact) {
        return scene().getDocument("pools").containsKey(artifact);
    }

    synchronized List<String> queued(String step) {
        return queue(step).stream().map(member -> member.asString().getValue()).toList();
    }

    private BsonArray queue(String step) {
        BsonValue queue = scene.getDocument("queues").get(step);
        if (queue == null) {
            throw new FakeClarityFault(404, "Queue not found: " + step);
        }
        return queue.asArray();
    }

    synchronized void route(String stage, String step, List<String> artifacts, String user) {
        artifacts.forEach(this::inside);
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(number(scene, "routing_takes", 0));
        for (String artifact : artifacts) {
            if (!queue(step).contains(new BsonString(artifact))) {
                queue(step).add(new BsonString(artifact));
                routedUntil.put(artifact, until);
            }
        }
        changes.add(change("route", user)
                .append("stage", new BsonString(stage))
                .append("artifacts", strings(artifacts.stream().sorted().toList())));
    }

    synchronized StartedStep start(String step, String name, List<StartedStep.In> inputs, String user) {
        inputs.forEach(input -> refuseUnlessReady(step, input));
        String id = "24-" + scene.getNumber("next_step").longValue();
        scene.put("next_step", new BsonInt64(scene.getNumber("next_step").longValue() + 1));
        inputs.forEach(input -> queue(step).remove(new BsonString(input.artifact())));
        StartedStep started = new StartedStep(id, step, name, inputs);
        steps.put(id, started);
        changes.add(change("create step", user)
                .append("step", new BsonString(id))
                .append("configuration", new BsonString(step))
                .append("name", new BsonString(name))
                .append("inputs", started.sortedInputs()));
        return started;
    }

    private void refuseUnlessReady(String step, StartedStep.In input) {
        boolean there = queue(step).contains(new BsonString(input.artifact()));
        Long until = routedUntil.get(input.artifact());
        boolean ready = until == null || System.nanoTime() - until >= 0;
        if (!there || !ready) {
            throw new FakeClarityFault(400, "Artifact " + input.artifact() + " is not queued for step " + step);
        }
        if (!input.replicates().matches("[1-9][0-9]*")) {
            throw new FakeClarityFault(400, "Bad number of replicates");
        }
    }

    synchronized void triggered(String step, String program, String user) {
        changes.add(change("trigger program", user)
                .append("step", new BsonString(step))
                .append("program", new BsonString(program)));
    }

    private static BsonDocument change(String what, String user) {
        return new BsonDocument("what", new BsonString(what)).append("user", new BsonString(user));
    }

    private static BsonArray strings(List<String> texts) {
        return new BsonArray(texts.stream().map(BsonString::new).toList());
    }
}
