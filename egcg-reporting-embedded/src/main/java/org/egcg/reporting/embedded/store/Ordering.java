package org.egcg.reporting.embedded.store;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** An order of documents that remembers, per document, its position and the values it is ordered by, no more. */
record Ordering(List<String> fields, List<Comparator<Object>> comparators) implements Comparator<Ordering.Entry> {

    /** Objects, references and the position itself. */
    private static final long ENTRY = 120;

    record Entry(Object position, List<Object> values) {}

    static Ordering of(Document orderBy) {
        List<String> fields = new ArrayList<>();
        List<Comparator<Object>> comparators = new ArrayList<>();
        for (Map.Entry<String, Object> order : orderBy.entrySet()) {
            fields.add(order.getKey().equals("$natural") ? "_id" : order.getKey());
            boolean ascending = ((Number) order.getValue()).intValue() > 0;
            comparators.add(ascending ? ValueComparator.asc() : ValueComparator.desc());
        }
        return new Ordering(fields, comparators);
    }

    /** True if this is the order in which the documents lie anyway. */
    static boolean isNatural(Document orderBy) {
        return orderBy == null
                || orderBy.isEmpty()
                || (orderBy.keySet().iterator().next().matches("_id|\\$natural")
                        && ((Number) orderBy.values().iterator().next()).intValue() > 0);
    }

    Entry entry(Object position, Document document) {
        List<Object> values = new ArrayList<>(fields.size());
        fields.forEach(field -> values.add(Utils.getSubdocumentValueCollectionAware(document, field)));
        return new Entry(position, values);
    }

    /** How much room an entry takes, roughly. */
    static long memory(Entry entry) {
        return ENTRY + entry.values().stream().mapToLong(DocumentType::memory).sum();
    }

    @Override
    public int compare(Entry one, Entry other) {
        for (int i = 0; i < fields.size(); i++) {
            int difference = comparators
                    .get(i)
                    .compare(one.values().get(i), other.values().get(i));
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }
}
