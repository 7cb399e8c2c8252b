package org.egcg.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.egcg.reporting.internal.json.Bson;
import org.egcg.reporting.store.DocumentStore;
import org.egcg.reporting.store.Find;

/**
 * What users keep in the store beside the records, such as views of tables. Each document is told apart by the texts
 * {@code table}, {@code owner} and {@code name}; the owner is an account's id, or empty text for what is shared by all users.
 * They are forgotten with their account, whichever program removes it, and the next account of the same name has none of
 * them. Safe for use by several threads and nodes.
 */
public final class PersonalDocuments {

    private static final String COLLECTION = "saved_views";
    private static final String OF_ACCOUNT = "of_account";
    private static final List<String> KEY = List.of("table", "owner", "name");

    private final DocumentStore store;

    PersonalDocuments(DocumentStore store) {
        this.store = store;
    }

    /** Those of some owners that are about one table. */
    public List<BsonDocument> of(String table, List<String> owners) {
        List<BsonString> texts = owners.stream().map(BsonString::new).toList();
        return found(new BsonDocument("table", new BsonString(table))
                .append("owner", new BsonDocument("$in", new BsonArray(texts))));
    }

    /** All those of an owner. */
    public List<BsonDocument> of(String owner) {
        return found(owned(owner));
    }

    private List<BsonDocument> found(BsonDocument filter) {
        return store.find(Find.in(COLLECTION).matching(filter)).list();
    }

    private static BsonDocument owned(String owner) {
        return new BsonDocument("owner", new BsonString(owner));
    }

    /**
     * Keeps a document, in the place of the one of the same table, owner and name.
     *
     * @throws IllegalArgumentException if it lacks one of the three
     */
    public void keep(BsonDocument document) {
        BsonDocument kept = new BsonDocument("_id", id(document));
        kept.putAll(document);
        store.put(COLLECTION, kept.append("_id", id(document)).append(OF_ACCOUNT, BsonBoolean.TRUE));
    }

    private static BsonString id(BsonDocument document) {
        List<String> key = new ArrayList<>();
        for (String field : KEY) {
            if (!document.isString(field)) {
                throw new IllegalArgumentException("a document of a user has a text " + field);
            }
            key.add(document.getString(field).getValue());
        }
        return new BsonString(String.join("\n", key));
    }

    /** Forgets a document, if there is one. */
    public void remove(String table, String owner, String name) {
        store.deleteAll(COLLECTION, new BsonDocument("_id", new BsonString(String.join("\n", table, owner, name))));
    }

    /** Forgets all documents of an account. */
    void removeAllOf(String owner) {
        if (!owner.isEmpty()) {
            store.deleteAll(COLLECTION, owned(owner));
        }
    }

    /**
     * Gives what an earlier version kept under users' names to their accounts, once: what has no account now never gets
     * one.
     *
     * @param account the id of the account of a name; empty if there is none
     */
    void giveToAccounts(Function<String, Optional<String>> account) {
        BsonDocument unclear = new BsonDocument(OF_ACCOUNT, new BsonDocument("$exists", BsonBoolean.FALSE))
                .append("owner", new BsonDocument("$ne", new BsonString("")));
        found(unclear).stream()
                .filter(kept -> KEY.stream().allMatch(kept::isString))
                .forEach(kept -> give(kept, account));
    }

    private void give(BsonDocument kept, Function<String, Optional<String>> account) {
        String before = kept.getString("owner").getValue();
        String owner = account.apply(before).orElse(before);
        BsonDocument given = Bson.copy(kept);
        // The new one is written before the old one goes: a process that is killed between them loses nothing,
        // and the next one finds the old one unclear as before.
        keep(given.append("owner", new BsonString(owner)));
        if (!owner.equals(before)) {
            remove(
                    kept.getString("table").getValue(),
                    before,
                    kept.getString("name").getValue());
        }
    }
}
