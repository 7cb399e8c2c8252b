package org.egcg.reporting.view;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.egcg.reporting.store.DocumentStore;
import org.egcg.reporting.store.Find;

/** The saved views, kept in the document store beside the documents. Safe for use by several threads and nodes. */
public final class SavedViews {

    private static final String COLLECTION = "saved_views";

    private final DocumentStore store;

    public SavedViews(DocumentStore store) {
        this.store = store;
    }

    /** The views of a table that a user can choose: everybody's, and his own, by name. */
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
                        .append("query", new BsonString(view.query())));
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
