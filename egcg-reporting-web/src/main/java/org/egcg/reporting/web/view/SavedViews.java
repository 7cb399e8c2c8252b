package org.egcg.reporting.web.view;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.bson.BsonDocument;
import org.bson.BsonInvalidOperationException;
import org.bson.BsonString;
import org.egcg.reporting.PersonalDocuments;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.error.ReportingException.Conflict;
import org.egcg.reporting.error.ReportingException.Malformed;

/**
 * The saved views. One that is not shared by all users belongs to an account. An owner of many views, or of long ones, has to
 * remove some before more are saved: tables read them each time they are drawn. Safe for use by several threads and
 * nodes.
 */
@ApplicationScoped
public class SavedViews {

    private static final System.Logger LOG = System.getLogger(SavedViews.class.getName());
    private static final int MOST_OWN = 200;
    private static final int MOST_SHARED = 500;

    /** Of the queries of all views of an owner together. */
    private static final int MOST_CHARACTERS = 2_000_000;

    private final Supplier<PersonalDocuments> kept;

    /** For the server's proxies. */
    protected SavedViews() {
        this(() -> {
            throw new IllegalStateException("a proxy keeps no views");
        });
    }

    @Inject
    public SavedViews(Reporting reporting) {
        this(reporting::personalDocuments);
    }

    SavedViews(Supplier<PersonalDocuments> kept) {
        this.kept = kept;
    }

    /**
     * The views of a table that a user can choose: the shared ones, and his own, by name.
     *
     * @param user the account's id
     */
    public List<SavedView> of(String table, String user) {
        return kept.get().of(table, List.of("", user)).stream()
                .map(SavedViews::readable)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(SavedView::owner).thenComparing(SavedView::name))
                .toList();
    }

    /** The view of a name; a user's own comes before a shared one. */
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
        kept.get()
                .keep(new BsonDocument("table", new BsonString(view.table()))
                        .append("owner", new BsonString(view.owner()))
                        .append("name", new BsonString(view.name()))
                        .append("query", new BsonString(view.query())));
    }

    private void checkRoom(SavedView view) {
        List<BsonDocument> others = kept.get().of(view.owner()).stream()
                .filter(other -> !isSame(view, other))
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

    private static boolean isSame(SavedView view, BsonDocument other) {
        return new BsonString(view.table()).equals(other.get("table"))
                && new BsonString(view.name()).equals(other.get("name"));
    }

    private static int length(BsonDocument document) {
        return document.isString("query")
                ? document.getString("query").getValue().length()
                : 0;
    }

    /** Forgets a view, if there is one. */
    public void remove(String table, String owner, String name) {
        kept.get().remove(table, owner, name);
    }

    /** What was kept, if it is a view: other programs may have written into the store. */
    private static Optional<SavedView> readable(BsonDocument document) {
        try {
            return Optional.of(view(document));
        } catch (Malformed | BsonInvalidOperationException broken) {
            LOG.log(System.Logger.Level.WARNING, "a saved view is left out: {0}", broken.getMessage());
            return Optional.empty();
        }
    }

    private static SavedView view(BsonDocument document) {
        return new SavedView(
                document.getString("table").getValue(),
                document.getString("owner").getValue(),
                document.getString("name").getValue(),
                document.getString("query").getValue());
    }
}
