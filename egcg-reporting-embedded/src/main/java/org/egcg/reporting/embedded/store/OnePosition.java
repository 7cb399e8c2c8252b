package org.egcg.reporting.embedded.store;

import java.util.List;

/** Most values of most indexes are those of one document. */
record OnePosition(Object position) implements Positions {

    @Override
    public int size() {
        return 1;
    }

    @Override
    public boolean contains(Object other) {
        return IdRange.ASCENDING.compare(position, other) == 0;
    }

    @Override
    public Positions with(Object other) {
        return contains(other) ? this : new ManyPositions().with(position).with(other);
    }

    @Override
    public Positions without(Object other) {
        return contains(other) ? new ManyPositions() : this;
    }

    @Override
    public void collect(IdRange range, int most, List<Object> found) {
        if (most > 0 && range.contains(position)) {
            found.add(position);
        }
    }
}
