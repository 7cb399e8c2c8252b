package org.egcg.reporting.aggregation;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.egcg.reporting.store.Index;

/**
 * How a child names its parent: pairs of a child's field and the parent's field that must be equal, and values that
 * the child must have besides. Null equals nothing. Immutable.
 *
 * @param parentFields the parent's field by the child's
 * @param constants the texts that fields of the child must have
 */
public record Join(Map<String, String> parentFields, Map<String, String> constants) {

    public Join {
        parentFields = Map.copyOf(parentFields);
        if (parentFields.isEmpty()) {
            throw new IllegalArgumentException("without a field in common no child has a parent");
        }
        constants = Map.copyOf(constants);
    }

    /** Parent and child have a field of the same name. */
    public static Join on(String field) {
        return on(field, field);
    }

    /** A field of the child has the value of a field of the parent. */
    public static Join on(String childField, String parentField) {
        return new Join(Map.of(childField, parentField), Map.of());
    }

    /** These two must be equal as well. */
    public Join and(String childField, String parentField) {
        Map<String, String> more = new LinkedHashMap<>(parentFields);
        more.put(childField, parentField);
        return new Join(more, constants);
    }

    /** Only children whose field has this text. */
    public Join when(String childField, String text) {
        Map<String, String> more = new LinkedHashMap<>(constants);
        more.put(childField, text);
        return new Join(parentFields, more);
    }

    /** The same without asking for texts. */
    Join unconditional() {
        return new Join(parentFields, Map.of());
    }

    /** Whether the child has the texts asked for. */
    boolean accepts(BsonDocument child) {
        return constants.entrySet().stream()
                .allMatch(constant -> new BsonString(constant.getValue()).equals(child.get(constant.getKey())));
    }

    /** Whether the child belongs to the parent. */
    boolean connects(BsonDocument child, BsonDocument parent) {
        return parentsOf(child)
                .filter(values -> new AffectedDocuments("", values).matches(parent))
                .isPresent();
    }

    /** Whether what a child names is compared as it stands; a store looks into lists. */
    boolean isPlainIn(BsonDocument child) {
        return isPlain(child, parentFields.keySet()) && isPlain(child, constants.keySet());
    }

    /** The same of what a parent is named by. */
    boolean isPlainInParent(BsonDocument parent) {
        return isPlain(parent, parentFields.values());
    }

    private static boolean isPlain(BsonDocument document, Collection<String> fields) {
        return fields.stream().map(document::get).allMatch(value -> value == null || !value.isArray());
    }

    /** The filter that finds the parents of a child; none if the child names none. */
    Optional<BsonDocument> parentsOf(BsonDocument child) {
        return accepts(child) ? equalities(child, true) : Optional.empty();
    }

    /** The filter that finds the children of a parent; none if the parent lacks what they would name. */
    Optional<BsonDocument> childrenOf(BsonDocument parent) {
        Optional<BsonDocument> filter = equalities(parent, false);
        filter.ifPresent(found -> constants.forEach((field, text) -> found.append(field, new BsonString(text))));
        return filter;
    }

    Index onChildren(String children) {
        return Index.on(children, ordered().keySet().toArray(String[]::new));
    }

    Index onParents(String parents) {
        return Index.on(parents, ordered().values().toArray(String[]::new));
    }

    /** With the field that tells most apart first. */
    Map<String, String> ordered() {
        return new TreeMap<>(parentFields).descendingMap();
    }

    private Optional<BsonDocument> equalities(BsonDocument known, boolean knownIsChild) {
        BsonDocument filter = new BsonDocument();
        for (Map.Entry<String, String> pair : ordered().entrySet()) {
            String from = knownIsChild ? pair.getKey() : pair.getValue();
            String to = knownIsChild ? pair.getValue() : pair.getKey();
            BsonValue value = known.getOrDefault(from, BsonNull.VALUE);
            if (value.isNull()) {
                return Optional.empty();
            }
            filter.append(to, value);
        }
        return Optional.of(filter);
    }
}
