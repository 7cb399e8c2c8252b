package org.egcg.reporting.board;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.error.ReportingException.NotFound;
import org.egcg.reporting.internal.json.Bson;
import org.egcg.reporting.store.DocumentStore;
import org.egcg.reporting.store.Find;

/**
 * The secret addresses under which the board is shown without a login. A secret has 256 random bits; the store has its
 * digest, so that who reads the store opens no board. Safe for use by several threads and nodes.
 */
public final class BoardAddresses {

    static final String COLLECTION = "board_addresses";

    private static final int MOST = 50;
    private static final int LONGEST_NAME = 100;
    private static final int LENGTH = 43;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final DocumentStore store;
    private final InstantSource clock;

    public BoardAddresses(DocumentStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** All that are good, the earliest first. */
    public List<BoardAddress> all() {
        return store.find(Find.in(COLLECTION).sorted(new BsonDocument("made", new BsonInt32(1)))).list().stream()
                .map(kept -> new BoardAddress(
                        Bson.text(kept, "_id"),
                        Bson.text(kept, "name"),
                        Bson.text(kept, "by"),
                        Instant.ofEpochMilli(kept.getDateTime("made").getValue())))
                .toList();
    }

    /**
     * Makes one.
     *
     * @param name what the screen is called: 1 to 100 letters
     * @return the secret, which is not kept and cannot be shown again
     * @throws Malformed if it has no name, or a longer one, or there are 50
     */
    public String make(String name, String by) {
        String called = name.strip();
        if (called.isEmpty() || called.length() > LONGEST_NAME) {
            throw new Malformed("name: must have 1 to " + LONGEST_NAME + " letters");
        }
        if (all().size() >= MOST) {
            throw new Malformed("there are " + MOST + " addresses; revoke one first");
        }
        byte[] random = new byte[32];
        RANDOM.nextBytes(random);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        store.put(
                COLLECTION,
                new BsonDocument("_id", new BsonString(digest(secret)))
                        .append("name", new BsonString(called))
                        .append("by", new BsonString(by))
                        .append("made", new BsonDateTime(clock.instant().toEpochMilli())));
        return secret;
    }

    /**
     * Revokes one: what is asked under it from now on is answered as if it had never been.
     *
     * @throws NotFound if there is none of this id
     */
    public void revoke(String id) {
        if (store.deleteAll(COLLECTION, new BsonDocument("_id", new BsonString(id))) == 0) {
            throw new NotFound("there is no such address any more");
        }
    }

    /** Whether the board is shown under a secret. */
    public boolean opens(String secret) {
        return secret.length() == LENGTH
                && store.count(COLLECTION, new BsonDocument("_id", new BsonString(digest(secret)))) > 0;
    }

    private static String digest(String secret) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
