package org.egcg.reporting.embedded.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Where some documents are, in the order of their {@code _id}. Takes a few bytes for each. Guarded by its index. */
sealed interface Positions {

    static Positions of(Object position) {
        return new OnePosition(position);
    }

    static Positions none() {
        return new ManyPositions();
    }

    int size();

    boolean contains(Object position);

    /** These and one more; of the two this one must not be used any more. */
    Positions with(Object position);

    /** These but one; of the two this one must not be used any more. */
    Positions without(Object position);

    /** Adds the first of a range to a list, so many at most. */
    void collect(IdRange range, int most, List<Object> found);

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

    /** Any number of positions, in blocks: nothing that is done to them takes longer for being done to millions. */
    final class ManyPositions implements Positions {

        private static final int BLOCK = 256;

        /** None is empty. */
        private final List<List<Object>> blocks = new ArrayList<>(1);

        private int size;

        @Override
        public int size() {
            return size;
        }

        @Override
        public boolean contains(Object position) {
            return size > 0 && place(blocks.get(block(position)), position) >= 0;
        }

        /** The block in which a position is, if it is in any. */
        private int block(Object position) {
            int low = 0;
            int high = blocks.size() - 1;
            while (low < high) {
                int middle = (low + high + 1) >>> 1;
                if (IdRange.ASCENDING.compare(blocks.get(middle).get(0), position) <= 0) {
                    low = middle;
                } else {
                    high = middle - 1;
                }
            }
            return low;
        }

        /** In a block, as {@link Collections#binarySearch} says it. */
        private static int place(List<Object> block, Object position) {
            return Collections.binarySearch(block, position, IdRange.ASCENDING);
        }

        @Override
        public Positions with(Object position) {
            if (size == 0) {
                blocks.add(new ArrayList<>(2));
            }
            boolean behind = isBehindAll(position);
            int number = behind ? blocks.size() - 1 : block(position);
            List<Object> block = blocks.get(number);
            int place = behind ? -block.size() - 1 : place(block, position);
            if (place < 0) {
                insert(position, number, block, -place - 1);
                size++;
            }
            return this;
        }

        /** As most are that are added. */
        private boolean isBehindAll(Object position) {
            List<Object> last = blocks.get(blocks.size() - 1);
            return size > 0 && IdRange.ASCENDING.compare(last.get(last.size() - 1), position) < 0;
        }

        private void insert(Object position, int number, List<Object> block, int place) {
            if (block.size() < BLOCK) {
                block.add(place, position);
                return;
            }
            // Most come behind all others: what they leave behind stays full.
            int kept = place == BLOCK ? BLOCK : BLOCK / 2;
            List<Object> moved = block.subList(kept, BLOCK);
            List<Object> next = new ArrayList<>(BLOCK);
            next.addAll(moved);
            moved.clear();
            blocks.add(number + 1, next);
            if (place < kept) {
                block.add(place, position);
            } else {
                next.add(place - kept, position);
            }
        }

        @Override
        public Positions without(Object position) {
            int number = block(position);
            int place = size == 0 ? -1 : place(blocks.get(number), position);
            if (place >= 0) {
                blocks.get(number).remove(place);
                size--;
                tidy(number);
            }
            return this;
        }

        /** A block that is empty goes, and one that has become small takes in the next. */
        private void tidy(int number) {
            List<Object> block = blocks.get(number);
            if (block.isEmpty()) {
                blocks.remove(number);
            } else if (number + 1 < blocks.size()
                    && block.size() + blocks.get(number + 1).size() <= BLOCK / 2) {
                block.addAll(blocks.remove(number + 1));
            }
        }

        @Override
        public void collect(IdRange range, int most, List<Object> found) {
            int step = range.descending() ? -1 : 1;
            int number = range.begin().map(this::block).orElse(range.descending() ? blocks.size() - 1 : 0);
            boolean inside = range.begin().isPresent();
            int left = most;
            for (; left > 0 && 0 <= number && number < blocks.size(); number += step, inside = false) {
                List<Object> block = blocks.get(number);
                int place = inside ? begin(block, range) : range.descending() ? block.size() - 1 : 0;
                for (; left > 0 && 0 <= place && place < block.size(); place += step, left--) {
                    if (range.isPast(block.get(place))) {
                        return;
                    }
                    found.add(block.get(place));
                }
            }
        }

        /** The first place of the range in the block in which it begins; outside of the block if there is none. */
        private static int begin(List<Object> block, IdRange range) {
            int place = place(block, range.begin().orElseThrow());
            if (place < 0) {
                return range.descending() ? -place - 2 : -place - 1;
            }
            return range.behind() ? place + (range.descending() ? -1 : 1) : place;
        }
    }
}
