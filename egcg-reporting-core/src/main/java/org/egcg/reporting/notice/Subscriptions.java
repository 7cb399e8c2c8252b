package org.egcg.reporting.notice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.error.ReportingException.NotFound;
import org.egcg.reporting.store.DocumentStore;
import org.egcg.reporting.store.Find;

/**
 * What users and the facility want to be told. What another node has changed is known within five seconds. Safe for use by
 * several threads and nodes.
 */
public final class Subscriptions {

    static final String COLLECTION = "notice_subscriptions";

    private static final int MOST = 50;
    private static final Duration GOOD = Duration.ofSeconds(5);

    private final DocumentStore store;
    private final SubscriptionRules rules;
    private final Clock clock;

    private List<Subscription> known = List.of();
    private Instant goodUntil = Instant.MIN;

    Subscriptions(DocumentStore store, SubscriptionRules rules, Clock clock) {
        this.store = store;
        this.rules = rules;
        this.clock = clock;
    }

    /** All, the earliest first. */
    synchronized List<Subscription> all() {
        Instant now = clock.instant();
        if (!now.isBefore(goodUntil)) {
            known = store.find(Find.in(COLLECTION).sorted(new BsonDocument("_id", new BsonInt32(1)))).list().stream()
                    .map(Subscription::of)
                    .toList();
            goodUntil = now.plus(GOOD);
        }
        return known;
    }

    /** Those of an account; of the facility for empty text. */
    public List<Subscription> of(String owner) {
        return all().stream().filter(one -> one.owner().equals(owner)).toList();
    }

    /** What decides what a user sees in the pages: his own, else the facility's, else {@link Subscription#USUAL}. */
    public List<Subscription> inPages(String owner) {
        List<Subscription> own = pages(owner);
        List<Subscription> facility = own.isEmpty() ? pages("") : own;
        return facility.isEmpty() ? List.of(Subscription.USUAL) : facility;
    }

    private List<Subscription> pages(String owner) {
        return of(owner).stream().filter(one -> one.channel() == Channel.PAGE).toList();
    }

    /**
     * Keeps one under an id of its own.
     *
     * @throws Malformed if the target is none that notices may go to, or the owner has 50
     */
    public Subscription add(Subscription wanted) {
        rules.check(wanted);
        if (of(wanted.owner()).size() >= MOST) {
            throw new Malformed("there are " + MOST + " subscriptions; remove one first");
        }
        Subscription kept = wanted.withId();
        store.put(COLLECTION, kept.stored());
        changed();
        return kept;
    }

    /**
     * Forgets one of an owner.
     *
     * @throws NotFound if he has none of this id
     */
    public void remove(String owner, String id) {
        BsonDocument one = new BsonDocument("_id", new BsonString(id)).append("owner", new BsonString(owner));
        long removed = store.deleteAll(COLLECTION, one);
        changed();
        if (removed == 0) {
            throw new NotFound("there is no such subscription any more");
        }
    }

    /** Forgets all of an account that is gone. */
    void removeAllOf(String owner) {
        if (!owner.isEmpty()) {
            store.deleteAll(COLLECTION, new BsonDocument("owner", new BsonString(owner)));
            changed();
        }
    }

    private synchronized void changed() {
        goodUntil = Instant.MIN;
    }
}
