package org.egcg.reporting.resource;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.bson.BsonDocument;
import org.egcg.reporting.store.DocumentWeight;
import org.egcg.reporting.store.Documents;
import org.egcg.reporting.store.Find;
import org.egcg.reporting.store.RequestBudget;

/**
 * One page of documents on its way out. A page that fits into memory easily is read ahead, so that its newest change
 * costs nothing; of a longer or larger one the store is asked. What has gone out is held no more. For one thread; close it.
 */
public final class Listing implements Documents {

    private static final int READ_AHEAD = 10_000;
    private static final long BYTES_AHEAD = 8L << 20;

    private final Documents rest;
    private final Queue<BsonDocument> ahead = new ArrayDeque<>();
    private final int there;
    private final boolean isLonger;
    private final Optional<Long> newestAhead;
    private final Supplier<Optional<Long>> newestOfAll;
    private final LongSupplier count;
    private OptionalLong total = OptionalLong.empty();

    /**
     * @param count asks how many documents match, on all pages
     */
    Listing(LongSupplier count, Documents documents, Supplier<Optional<Long>> newestOfAll) {
        this.count = count;
        this.rest = documents;
        this.newestOfAll = newestOfAll;
        try {
            long bytes = 0;
            while (ahead.size() < READ_AHEAD && bytes < BYTES_AHEAD && rest.hasNext()) {
                BsonDocument next = rest.next();
                bytes += DocumentWeight.of(next);
                ahead.add(next);
            }
            RequestBudget.current().hold(bytes);
            there = ahead.size();
            isLonger = rest.hasNext();
            newestAhead = isLonger ? Optional.empty() : Newest.of(ahead.iterator());
        } catch (RuntimeException failed) {
            rest.close();
            throw failed;
        }
    }

    /** A page that was asked for; one that is not full tells by itself how many documents match. */
    static Listing page(Find page, LongSupplier count, Documents documents, Supplier<Optional<Long>> newestOfAll) {
        Listing listing = new Listing(count, documents, newestOfAll);
        int there = listing.there;
        if (!documents.hasNext() && there < page.limit() && (there > 0 || page.skip() == 0)) {
            listing.total = OptionalLong.of(page.skip() + there);
        }
        return listing;
    }

    /** How many documents match, on all pages; asked for at the first call. */
    public long total() {
        if (total.isEmpty()) {
            total = OptionalLong.of(count.getAsLong());
        }
        return total.getAsLong();
    }

    /** When the last change of a document on this page was; none if the page is empty. */
    public Optional<Instant> newest() {
        Optional<Long> newest = isLonger ? newestOfAll.get() : newestAhead;
        return newest.map(Instant::ofEpochMilli);
    }

    /** The same page with its documents changed, all of them in memory; closes this one. */
    public Listing changed(UnaryOperator<List<BsonDocument>> change) {
        Optional<Long> newest = newest().map(Instant::toEpochMilli);
        Iterator<BsonDocument> changed = change.apply(list()).iterator();
        return new Listing(this::total, new InMemory(changed), () -> newest);
    }

    private record InMemory(Iterator<BsonDocument> documents) implements Documents {
        @Override
        public boolean hasNext() {
            return documents.hasNext();
        }

        @Override
        public BsonDocument next() {
            return documents.next();
        }

        @Override
        public void close() {}
    }

    @Override
    public boolean hasNext() {
        return !ahead.isEmpty() || rest.hasNext();
    }

    @Override
    public BsonDocument next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        BsonDocument next = ahead.poll();
        if (next == null) {
            return rest.next();
        }
        RequestBudget.current().hold(-DocumentWeight.of(next));
        return next;
    }

    @Override
    public void close() {
        rest.close();
    }
}
