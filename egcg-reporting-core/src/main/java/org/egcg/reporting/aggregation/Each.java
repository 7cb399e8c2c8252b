package org.egcg.reporting.aggregation;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonValue;

/**
 * One value of each member of a gathered list: the first segment of the path names the list, the rest leads into each
 * member. Members come in the order in which they were stored; those that lack the value give null.
 */
public record Each(String list, FieldPath path, Predicate<BsonDocument> kept) {

    /** For example {@code each("run_elements.mapping_metrics.mapped_reads")}. */
    public static Each each(String dotted) {
        FieldPath whole = FieldPath.of(dotted);
        FieldPath inside =
                new FieldPath(whole.segments().subList(1, whole.segments().size()));
        return new Each(whole.segments().get(0), inside, member -> true);
    }

    /** Only of the members that pass. */
    public Each among(Predicate<BsonDocument> wanted) {
        return new Each(list, path, kept.and(wanted));
    }

    /** The members that pass, or nothing if the entity has no such list. */
    Optional<List<BsonDocument>> members(BsonDocument entity) {
        BsonValue members = entity.getOrDefault(list, BsonNull.VALUE);
        return members.isArray()
                ? Optional.of(members.asArray().stream()
                        .filter(BsonValue::isDocument)
                        .map(BsonValue::asDocument)
                        .filter(kept)
                        .toList())
                : Optional.empty();
    }

    /** The values, nulls included. */
    Optional<List<BsonValue>> values(BsonDocument entity) {
        return members(entity).map(kept -> kept.stream().map(path::in).toList());
    }

    /** The values that are there. */
    List<BsonValue> present(BsonDocument entity) {
        return values(entity).orElse(List.of()).stream()
                .filter(value -> !value.isNull())
                .toList();
    }
}
