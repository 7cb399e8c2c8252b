package org.egcg.reporting.view;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.egcg.reporting.store.DocumentStore;
import org.egcg.reporting.store.Find;

/**
 * The saved views, kept in the document store beside the documents. A view that is not everybody's belongs to an
 * account, by its id: the next account of the same name has none of them. Safe for use by several threads and nodes.
 */
public final class SavedViews {

    private static final String COLLECTION = "saved_views";

    private static final String OF_ACCOUNT = "of_account";

    private final DocumentStore store;

    public SavedViews(DocumentStore store) {
        this.store = store;
    }

    /**
     * The views of a table that a user can choose: everybody's, and his own, by name.
     *
     * @param user the account's id
     */
    public List<SavedView> of(String table, String user) {
        BsonArray owners = new BsonArray(List.of(new BsonString(""), new BsonString(user)));
        BsonDocument filter =
                new BsonDocument("table", new BsonString(table)).append("owner", new BsonDocument("$in", owners));
        return store.find(Find.in(COLLECTION).matching(filter)).list().stream()
                .map(SavedViews::view)
                .sorted(Comparator.comparing(SavedView::owner).thenComparing(SavedView::name))
                .toList();
    }

    /** The view of a name; a user's own comes before everybody's. */
    public Optional<SavedView> named(String table, String user, String name) {
        return of(table, user).stream()
                .filter(view -> view.name().equals(name))
                .max(Comparator.comparing(SavedView::owner));
    }

    /** Keeps a view, in the place of the one of the same table, owner and name. */
    public void save(SavedView view) {
        store.put(
                COLLECTION,
                new BsonDocument("_id", id(view.table(), view.owner(), view.name()))
                        .append("table", new BsonString(view.table()))
                        .append("owner", new BsonString(view.owner()))
                        .append("name", new BsonString(view.name()))
                        .append("query", new BsonString(view.query()))
                        .append(OF_ACCOUNT, BsonBoolean.TRUE));
    }

    /** Forgets all views of an account. */
    public void removeAllOf(String owner) {
        if (!owner.isEmpty()) {
            store.deleteAll(COLLECTION, new BsonDocument("owner", new BsonString(owner)));
        }
    }

    /**
     * Gives the views that an earlier version kept under users' names to their accounts, once: what has no account now
     * never gets one.
     *
     * @param account the id of the account of a name; empty if there is none
     */
    public void giveToAccounts(Function<String, Optional<String>> account) {
        BsonDocument unclear = new BsonDocument(OF_ACCOUNT, new BsonDocument("$exists", BsonBoolean.FALSE))
                .append("owner", new BsonDocument("$ne", new BsonString("")));
        for (BsonDocument kept :
                store.find(Find.in(COLLECTION).matching(unclear)).list()) {
            SavedView view = view(kept);
            String owner = account.apply(view.owner()).orElse(view.owner());
            save(new SavedView(view.table(), owner, view.name(), view.query()));
            if (!owner.equals(view.owner())) {
                remove(view.table(), view.owner(), view.name());
            }
        }
    }

    /** Forgets a view, if there is one. */
    public void remove(String table, String owner, String name) {
        store.deleteAll(COLLECTION, new BsonDocument("_id", id(table, owner, name)));
    }

    private static BsonString id(String table, String owner, String name) {
        return new BsonString(table + "\n" + owner + "\n" + name);
    }

    private static SavedView view(BsonDocument kept) {
        return new SavedView(
                kept.getString("table").getValue(),
                kept.getString("owner").getValue(),
                kept.getString("name").getValue(),
                kept.getString("query").getValue());
    }
}
