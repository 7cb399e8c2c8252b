package org.egcg.reporting.aggregation;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/**
 * One value of each member of a gathered list: the first segment of the path names the list, the rest leads into each
 * member; without a rest it is the member itself. Members come in the order in which they were stored; those that lack
 * the value give null. Immutable.
 *
 * @param kept a condition on the member's fields; members for which it is not true are left out
 */
public record Each(String list, FieldPath path, Expression kept) {

    private static final Expression EVERY = member -> BsonBoolean.TRUE;

    /** For example {@code each("run_elements.mapping_metrics.mapped_reads")}. */
    public static Each each(String dotted) {
        FieldPath whole = FieldPath.of(dotted);
        FieldPath inside =
                new FieldPath(whole.segments().subList(1, whole.segments().size()));
        return new Each(whole.segments().get(0), inside, EVERY);
    }

    /** Only of the members for which a condition on their own fields is true, besides the conditions so far. */
    public Each among(Expression wanted) {
        return new Each(list, path, kept == EVERY ? wanted : new Both(kept, wanted));
    }

    /** Whether a member passes. */
    boolean keeps(BsonDocument member) {
        return kept == EVERY || kept.of(member).equals(BsonBoolean.TRUE);
    }

    /** What is read of the entity: fields of the list's members, or the whole list. */
    Set<String> reads() {
        String value = path.isEmpty() ? list : list + "." + path;
        if (kept == EVERY) {
            return Set.of(value);
        }
        if (kept.reads().isEmpty()) {
            return Set.of(list);
        }
        Set<String> reads = new LinkedHashSet<>();
        reads.add(value);
        kept.reads().get().forEach(field -> reads.add(list + "." + field));
        return Set.copyOf(reads);
    }

    /** True of a member for which both conditions are. */
    private record Both(Expression one, Expression other) implements Expression {

        @Override
        public BsonValue of(BsonDocument member) {
            return BsonBoolean.valueOf(
                    one.of(member).equals(BsonBoolean.TRUE) && other.of(member).equals(BsonBoolean.TRUE));
        }

        @Override
        public Optional<Set<String>> reads() {
            return one.reads().flatMap(first -> other.reads().map(second -> {
                Set<String> all = new LinkedHashSet<>(first);
                all.addAll(second);
                return all;
            }));
        }
    }
}
