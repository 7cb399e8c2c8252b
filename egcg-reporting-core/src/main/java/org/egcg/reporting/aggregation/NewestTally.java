package org.egcg.reporting.aggregation;

import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonValue;

/** The whole member that was created last, of equals the one stored last. One that changes has to be read again. */
final class NewestTally implements MeasureTally {

    private long count;
    private boolean undated;
    private BsonValue newest = BsonNull.VALUE;

    @Override
    public void add(BsonValue id, BsonValue member) {
        boolean dated = member.asDocument().isDateTime("_created");
        if (count == 0 || (dated && !undated && created(member) >= created(newest))) {
            newest = member;
        }
        undated |= !dated;
        count++;
    }

    private static long created(BsonValue member) {
        BsonDocument document = member.asDocument();
        return document.getDateTime("_created").getValue();
    }

    @Override
    public boolean come(BsonValue id, BsonValue member) {
        if (count > 0
                && (undated || !member.asDocument().isDateTime("_created") || created(member) == created(newest))) {
            return false;
        }
        add(id, member);
        return true;
    }

    @Override
    public boolean gone(BsonValue id, BsonValue member) {
        return false;
    }

    @Override
    public boolean changed(BsonValue id, BsonValue before, BsonValue after) {
        return false;
    }

    @Override
    public BsonValue value() {
        return undated && count > 1 ? BsonNull.VALUE : newest;
    }
}
