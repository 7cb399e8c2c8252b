package org.egcg.reporting.testkit.storm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.egcg.reporting.testkit.storm.Op.Kind;
import org.egcg.reporting.testkit.storm.WriteApi.Address;
import org.egcg.reporting.testkit.storm.WriteApi.Answer;

/** One client. What it knows of documents it shares with the others, who may be faster. For one thread. */
final class Writer {

    /** So many documents of a resource that every write still meets those of others. */
    private static final int ENOUGH = 150;

    private static final int BULK = 10;

    private final WriteApi api;
    private final Ledger ledger;
    private final Map<String, Map<String, Address>> known;
    private final Random random;
    private final Universe universe;
    private final Supplier<String> names;

    Writer(
            WriteApi api,
            Ledger ledger,
            Map<String, Map<String, Address>> known,
            Random random,
            Supplier<String> names) {
        this.api = api;
        this.ledger = ledger;
        this.known = known;
        this.random = random;
        this.universe = new Universe(random);
        this.names = names;
    }

    /** Writes something, and tells how many documents that were. */
    int write() {
        String resource = resource();
        Optional<Address> there = any(resource);
        int dice = random.nextInt(100);
        if (there.isEmpty()) {
            return insert(resource, 1, dice < 2);
        }
        if (dice < 60 && isCrowded(resource)) {
            return delete(resource, there.get());
        }
        if (dice < 18) {
            return insert(resource, 1, dice < 2);
        }
        if (dice < 24 && !isCrowded("run_elements")) {
            return insert("run_elements", 2 + random.nextInt(BULK), dice < 19);
        }
        return change(resource, there.get(), dice);
    }

    private boolean isCrowded(String resource) {
        return known.get(resource).size() > ENOUGH;
    }

    private String resource() {
        int dice = random.nextInt(100);
        return dice < 65
                ? "run_elements"
                : dice < 77
                        ? "samples"
                        : dice < 86 ? "analysis_driver_procs" : dice < 92 ? "lanes" : dice < 96 ? "runs" : "projects";
    }

    private Optional<Address> any(String resource) {
        List<Address> there = List.copyOf(known.get(resource).values());
        return there.isEmpty() ? Optional.empty() : Optional.of(there.get(random.nextInt(there.size())));
    }

    private int insert(String resource, int count, boolean spoilt) {
        List<Op> ops = new ArrayList<>();
        BsonArray bodies = new BsonArray();
        for (int i = 0; i < count; i++) {
            String id = names.get();
            BsonDocument body = marked(resource, id, universe.document(resource, id));
            boolean refusable = spoilt && i == count - 1;
            ops.add(op(id, Kind.INSERT, resource, name(resource, body), Optional.empty(), body));
            bodies.add(refusable ? universe.spoilt(body) : body.clone());
        }
        Answer answer = api.insert(resource, bodies);
        note(ops, answer);
        if (isKnown(answer)) {
            ops.forEach(op -> learn(resource, op.name()));
        }
        return count;
    }

    private int change(String resource, Address at, int dice) {
        if (dice < 32) {
            delete(resource, at);
        } else if (dice < 70) {
            replace(resource, at);
        } else {
            patch(resource, at, dice);
        }
        return 1;
    }

    private int delete(String resource, Address at) {
        Op op = op(names.get(), Kind.DELETE, resource, at.name(), Optional.of(at.etag()), new BsonDocument());
        Answer answer = api.delete(resource, at);
        note(List.of(op), answer);
        if (answer instanceof Answer.Done) {
            known.get(resource).remove(at.name(), at);
        } else if (isKnown(answer)) {
            learn(resource, at.name());
        }
        return 1;
    }

    /** A service that gives no answer now will not tell what it holds either. */
    private static boolean isKnown(Answer answer) {
        return !(answer instanceof Answer.Unknown);
    }

    private void replace(String resource, Address at) {
        String id = names.get();
        BsonDocument body = marked(resource, id, universe.document(resource, id));
        body.append(Universe.idField(resource), new BsonString(at.name()));
        Op op = op(id, Kind.REPLACE, resource, at.name(), Optional.of(at.etag()), body);
        changed(op, at, api.replace(resource, at, body.clone()));
    }

    private void patch(String resource, Address at, int dice) {
        String id = names.get();
        BsonDocument changes = dice == 70 ? new BsonDocument() : marked(resource, id, universe.changes(resource));
        Op op = op(id, Kind.PATCH, resource, at.name(), Optional.of(at.etag()), changes);
        changed(op, at, api.patch(resource, at, dice == 71 ? universe.spoilt(changes) : changes.clone()));
    }

    private void changed(Op op, Address at, Answer answer) {
        note(List.of(op), answer);
        if (answer instanceof Answer.Done done) {
            known.get(op.resource())
                    .put(at.name(), new Address(at.id(), at.name(), done.etags().get(0)));
        } else if (answer instanceof Answer.Anew anew) {
            Op insertion = op.anew();
            ledger.begin(insertion);
            ledger.done(insertion, anew.etag());
            known.get(op.resource()).put(at.name(), new Address(at.id(), at.name(), anew.etag()));
        } else if (isKnown(answer)) {
            learn(op.resource(), at.name());
        }
    }

    private Op op(String id, Kind kind, String resource, String name, Optional<String> before, BsonDocument body) {
        Op op = new Op(id, kind, resource, name, before, body);
        ledger.begin(op);
        return op;
    }

    private void note(List<Op> ops, Answer answer) {
        if (answer instanceof Answer.Done done) {
            for (int i = 0; i < ops.size(); i++) {
                ledger.done(ops.get(i), done.etags().get(i));
            }
        } else if (answer instanceof Answer.Refused) {
            ops.forEach(ledger::refused);
        }
    }

    private void learn(String resource, String name) {
        api.find(resource, name)
                .ifPresentOrElse(found -> known.get(resource).put(name, found), () -> known.get(resource)
                        .remove(name));
    }

    private static String name(String resource, BsonDocument body) {
        return body.getString(Universe.idField(resource)).getValue();
    }

    private static BsonDocument marked(String resource, String id, BsonDocument body) {
        Universe.marker(resource).ifPresent(field -> body.append(field, new BsonString(id)));
        return body;
    }
}
