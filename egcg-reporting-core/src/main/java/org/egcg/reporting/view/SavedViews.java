package org.egcg.reporting.view;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInvalidOperationException;
import org.bson.BsonString;
import org.egcg.reporting.error.ReportingException.Conflict;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.store.DocumentStore;
import org.egcg.reporting.store.Find;

/**
 * The saved views, kept in the document store beside the documents. A view that is not everybody's belongs to an
 * account, by its id: the next account of the same name has none of them. Whoever has many of them, or long ones, has to
 * remove some before he saves more: tables read them each time they are drawn. Safe for use by several threads and nodes.
 */
public final class SavedViews {

    private static final System.Logger LOG = System.getLogger(SavedViews.class.getName());
    private static final String COLLECTION = "saved_views";
    private static final int MOST_OWN = 200;
    private static final int MOST_SHARED = 500;

    /** Of the queries of all views of an owner together. */
    private static final int MOST_CHARACTERS = 2_000_000;

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
                .map(SavedViews::readable)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(SavedView::owner).thenComparing(SavedView::name))
                .toList();
    }

    /** The view of a name; a user's own comes before everybody's. */
    public Optional<SavedView> named(String table, String user, String name) {
        return of(table, user).stream()
                .filter(view -> view.name().equals(name))
                .max(Comparator.comparing(SavedView::owner));
    }

    /**
     * Keeps a view, in the place of the one of the same table, owner and name.
     *
     * @throws Conflict if the owner has too many views, or too long ones
     */
    public synchronized void save(SavedView view) {
        checkRoom(view);
        keep(view);
    }

    private void keep(SavedView view) {
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
            readable(kept)
                    .ifPresent(view -> give(view, account.apply(view.owner()).orElse(view.owner())));
        }
    }

    /** However many there are: nobody loses what an earlier version has let him save. */
    private void give(SavedView view, String owner) {
        keep(new SavedView(view.table(), owner, view.name(), view.query()));
        if (!owner.equals(view.owner())) {
            remove(view.table(), view.owner(), view.name());
        }
    }

    private void checkRoom(SavedView view) {
        BsonString id = id(view.table(), view.owner(), view.name());
        List<BsonDocument> others = store.find(Find.in(COLLECTION).matching(owned(view.owner()))).list().stream()
                .filter(other -> !id.equals(other.get("_id")))
                .toList();
        int most = view.shared() ? MOST_SHARED : MOST_OWN;
        if (others.size() >= most) {
            throw new Conflict("There are " + most + " saved views already. Remove one that nobody needs first.");
        }
        long characters = others.stream().mapToLong(SavedViews::length).sum()
                + view.query().length();
        if (characters > MOST_CHARACTERS) {
            throw new Conflict("The saved views are too long together. Remove one that nobody needs first.");
        }
    }

    private static BsonDocument owned(String owner) {
        return new BsonDocument("owner", new BsonString(owner));
    }

    private static int length(BsonDocument kept) {
        return kept.isString("query") ? kept.getString("query").getValue().length() : 0;
    }

    /** Forgets a view, if there is one. */
    public void remove(String table, String owner, String name) {
        store.deleteAll(COLLECTION, new BsonDocument("_id", id(table, owner, name)));
    }

    private static BsonString id(String table, String owner, String name) {
        return new BsonString(table + "\n" + owner + "\n" + name);
    }

    /** What was kept, if it is a view: somebody else may have written into the store. */
    private static Optional<SavedView> readable(BsonDocument kept) {
        try {
            return Optional.of(view(kept));
        } catch (Malformed | BsonInvalidOperationException broken) {
            LOG.log(System.Logger.Level.WARNING, "a saved view is left out: {0}", broken.getMessage());
            return Optional.empty();
        }
    }

    private static SavedView view(BsonDocument kept) {
        return new SavedView(
                kept.getString("table").getValue(),
                kept.getString("owner").getValue(),
                kept.getString("name").getValue(),
                kept.getString("query").getValue());
    }
}
