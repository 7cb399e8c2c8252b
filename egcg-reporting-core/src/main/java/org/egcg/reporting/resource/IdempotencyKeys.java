package org.egcg.reporting.resource;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonObjectId;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.types.ObjectId;
import org.egcg.reporting.store.DocumentStore;
import org.egcg.reporting.store.DuplicateKeyException;
import org.egcg.reporting.store.Find;

/**
 * Remembers for a day what was answered to insertions that carry a key of the client's choice, so that a client that
 * lost the answer may ask again without inserting twice. The identifiers of the documents are settled before they are
 * stored: a process that takes over from one that died can tell whether it had stored them. Safe for use by several
 * threads and nodes.
 */
public final class IdempotencyKeys {

    /** How long an answer is kept. */
    public static final Duration KEPT = Duration.ofDays(1);

    /** After this time an insertion without an answer has lost its process. */
    static final Duration LEASE = Duration.ofMinutes(2);

    private static final String COLLECTION = "idempotency_keys";

    private final DocumentStore store;
    private final Clock clock;
    private final Set<BsonValue> underWay = ConcurrentHashMap.newKeySet();

    public IdempotencyKeys(DocumentStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** What a request with a key has to do. */
    public sealed interface Claim {

        /**
         * Insert the documents under these identifiers, then say {@link IdempotencyKeys#answered} or {@link IdempotencyKeys#failed}.
         *
         * @param resumed whether another process may have inserted them already
         */
        record Mine(BsonValue id, String request, List<ObjectId> documentIds, boolean resumed) implements Claim {
            public Mine {
                documentIds = List.copyOf(documentIds);
            }
        }

        /** Repeat this answer. */
        record Answered(BsonDocument answer) implements Claim {}

        /** Refuse: the key was used for another request. */
        record Different() implements Claim {}

        /** The same request is under way; ask again in a moment. */
        record Busy() implements Claim {}
    }

    /**
     * Claims a key.
     *
     * @param user whose key it is; users do not share keys
     * @param request everything that tells one request from another: path, type and body
     * @param documents how many documents are to be inserted
     */
    public Claim claim(String user, String key, byte[] request, int documents) {
        BsonValue id =
                new BsonString(digest((user.length() + " " + user + " " + key).getBytes(StandardCharsets.UTF_8)));
        if (!underWay.add(id)) {
            return new Claim.Busy();
        }
        Claim claim = firstOrKnown(id, digest(request), documents);
        if (!(claim instanceof Claim.Mine)) {
            underWay.remove(id);
        }
        return claim;
    }

    private Claim firstOrKnown(BsonValue id, String request, int documents) {
        List<ObjectId> ids = new ArrayList<>();
        for (int i = 0; i < documents; i++) {
            // Settled before the note is stored: a process that takes over finds by them what was inserted.
            ids.add(new ObjectId());
        }
        try {
            Claim.Mine mine = new Claim.Mine(id, request, ids, false);
            store.insert(COLLECTION, new ArrayList<>(List.of(noted(mine))));
            return mine;
        } catch (DuplicateKeyException known) {
            return known(id, request, documents);
        } catch (RuntimeException failed) {
            underWay.remove(id);
            throw failed;
        }
    }

    private Claim known(BsonValue id, String request, int documents) {
        List<BsonDocument> found = store.find(Find.in(COLLECTION).matching(new BsonDocument("_id", id)))
                .list();
        // It was released or forgotten between the refused insert and this question.
        if (found.isEmpty()) {
            return firstOrKnown(id, request, documents);
        }
        BsonDocument note = found.get(0);
        if (!note.getString("request").getValue().equals(request)) {
            return new Claim.Different();
        }
        if (note.isDocument("answer")) {
            return new Claim.Answered(note.getDocument("answer"));
        }
        Instant since = Instant.ofEpochMilli(note.getDateTime("since").getValue());
        return since.plus(LEASE).isAfter(clock.instant()) ? new Claim.Busy() : takenOver(id, request, note);
    }

    private Claim takenOver(BsonValue id, String request, BsonDocument note) {
        List<ObjectId> ids = note.getArray("documents").stream()
                .map(document -> document.asObjectId().getValue())
                .toList();
        Claim.Mine mine = new Claim.Mine(id, request, ids, true);
        store.put(COLLECTION, noted(mine));
        return mine;
    }

    private BsonDocument noted(Claim.Mine mine) {
        BsonArray documents = new BsonArray();
        mine.documentIds().forEach(document -> documents.add(new BsonObjectId(document)));
        return new BsonDocument("_id", mine.id())
                .append("request", new BsonString(mine.request()))
                .append("since", new BsonDateTime(clock.millis()))
                .append("documents", documents);
    }

    /** Keeps the answer before it is sent. */
    public void answered(Claim.Mine claim, BsonDocument answer) {
        store.put(COLLECTION, noted(claim).append("answer", answer));
        underWay.remove(claim.id());
    }

    /** Nothing is known of the outcome; the next request with the key finds out at once. */
    public void failed(Claim.Mine claim) {
        // First, as storing the note may fail too; then the note is old when its lease is over.
        underWay.remove(claim.id());
        BsonDocument stale = noted(claim);
        stale.put("since", new BsonDateTime(clock.instant().minus(LEASE).toEpochMilli() - 1));
        store.put(COLLECTION, stale);
    }

    /** Nothing was done, and who asks again may get another answer: the key is as good as new. */
    public void released(Claim.Mine claim) {
        store.deleteAll(COLLECTION, new BsonDocument("_id", claim.id()));
        underWay.remove(claim.id());
    }

    /** Forgets answers that are a day old. */
    public void forgetOld() {
        BsonDateTime yesterday = new BsonDateTime(clock.instant().minus(KEPT).toEpochMilli());
        store.deleteAll(COLLECTION, new BsonDocument("since", new BsonDocument("$lt", yesterday)));
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
