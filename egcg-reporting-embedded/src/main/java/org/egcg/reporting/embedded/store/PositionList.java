package org.egcg.reporting.embedded.store;

import de.bwaldvogel.mongo.bson.ObjectId;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.RandomAccess;
import java.util.stream.Stream;

/** Positions in little room: ids of the usual kind as their twelve bytes alone, a quarter of what they take as objects. */
final class PositionList extends AbstractList<Object> implements RandomAccess {

    private static final int BYTES = 12;
    private static final int FIRST = 16;

    private byte[] ids = new byte[FIRST * BYTES];
    private int size;

    private PositionList() {}

    /** All of them, in a list that does not change. */
    static List<Object> of(Stream<Object> positions) {
        PositionList list = new PositionList();
        Iterator<Object> each = positions.iterator();
        while (each.hasNext()) {
            Object position = each.next();
            if (!(position instanceof ObjectId id)) {
                return list.with(position, each);
            }
            list.append(id);
        }
        list.ids = Arrays.copyOf(list.ids, list.size * BYTES);
        return list;
    }

    private void append(ObjectId id) {
        if (size * BYTES == ids.length) {
            ids = Arrays.copyOf(ids, (int) Math.min(2L * ids.length, Integer.MAX_VALUE / BYTES * BYTES));
        }
        System.arraycopy(id.toByteArray(), 0, ids, size++ * BYTES, BYTES);
    }

    /** Ids of other kinds are what they are. */
    private List<Object> with(Object position, Iterator<Object> rest) {
        List<Object> all = new ArrayList<>(this);
        all.add(position);
        rest.forEachRemaining(all::add);
        return all;
    }

    @Override
    public Object get(int index) {
        return new ObjectId(Arrays.copyOfRange(ids, index * BYTES, (index + 1) * BYTES));
    }

    @Override
    public int size() {
        return size;
    }
}
