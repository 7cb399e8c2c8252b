package org.egcg.reporting.embedded.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * A projection that hides fields of the document itself and asks for nothing else. The library copies each document with all
 * that is in it to take a field away; what is left needs no copy of its own, as documents that are read are not changed.
 */
final class WithoutFields implements UnaryOperator<Document> {

    private static final Pattern PLAIN = Pattern.compile("[^.$]+");

    private final Set<String> hidden;

    private WithoutFields(Set<String> hidden) {
        this.hidden = Set.copyOf(hidden);
    }

    /** Empty if the projection shows fields, hides one within another, or has operators. */
    static Optional<WithoutFields> of(Document projection) {
        boolean plain = projection.entrySet().stream()
                .allMatch(field -> isHidden(field.getValue())
                        && PLAIN.matcher(field.getKey()).matches());
        return plain ? Optional.of(new WithoutFields(projection.keySet())) : Optional.empty();
    }

    private static boolean isHidden(Object value) {
        return Boolean.FALSE.equals(value) || Integer.valueOf(0).equals(value);
    }

    @Override
    public Document apply(Document document) {
        if (hidden.stream().noneMatch(document::containsKey)) {
            return document;
        }
        Document left = new Document();
        for (Map.Entry<String, Object> field : document.entrySet()) {
            if (!hidden.contains(field.getKey())) {
                left.put(field.getKey(), field.getValue());
            }
        }
        return left;
    }
}
