package org.egcg.reporting.aggregation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonDocument;
import org.egcg.reporting.store.Index;
import org.egcg.reporting.yaml.Section;

/**
 * What feeds what, and which numbers come of it, in the order in which they are computed (children before parents).
 * The facility's own are those of {@code etc/relations.yaml}; {@code docs/metrics.md} tells them to readers. Immutable
 * and safe for use by several threads.
 */
public final class Relations {

    /** The file's name in a configuration directory. */
    public static final String FILE = "relations.yaml";

    private final List<Relation> relations;

    private Relations(List<Relation> relations) {
        relations.forEach(relation -> FieldOrder.checkReads(relation.fields()));
        this.relations = ChildrenFirst.ordered(relations);
    }

    /**
     * These relations.
     *
     * @throws IllegalArgumentException if two are of one resource, a resource gathers itself, directly or not, or a field
     *     reads what none computes
     */
    public static Relations of(List<Relation> relations) {
        return new Relations(relations);
    }

    /** Those that the library brings along, with the yields on offer. */
    public static Relations packaged(YieldTable yields) {
        try (InputStream file = Relations.class.getResourceAsStream("/org/egcg/reporting/etc/" + FILE)) {
            return read(Section.read(FILE, new String(file.readAllBytes(), StandardCharsets.UTF_8)), yields);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Reads a {@code relations.yaml}; the packaged file explains its words.
     *
     * @throws org.egcg.reporting.error.ReportingException.Misconfigured naming file, key, position and what is expected
     */
    public static Relations read(Section file, YieldTable yields) {
        RelationsFile reader = new RelationsFile(file, FormulaFunctions.with(yields));
        try {
            return new Relations(reader.relations());
        } catch (IllegalArgumentException ring) {
            throw file.wrong("relations", ring.getMessage());
        }
    }

    /**
     * These and one more. If there is one of the same resource, its lists and fields are added to that.
     *
     * @throws IllegalArgumentException if a field is computed already, or a resource would gather itself
     */
    public Relations with(Relation more) {
        Map<String, Relation> all = new LinkedHashMap<>();
        relations.forEach(relation -> all.put(relation.resource(), relation));
        all.merge(more.resource(), more, Relation::and);
        return new Relations(new ArrayList<>(all.values()));
    }

    /** All of them, children before parents. */
    public List<Relation> all() {
        return relations;
    }

    /** None for resources whose documents add up to nothing. */
    public Optional<Relation> of(String resource) {
        return relations.stream()
                .filter(relation -> relation.resource().equals(resource))
                .findFirst();
    }

    /** The indexes by which children and parents find each other, and those that readers need. */
    public Set<Index> indexes() {
        Set<Index> indexes = new LinkedHashSet<>();
        for (Relation relation : relations) {
            relation.gathers().forEach(gathering -> {
                indexes.add(gathering.join().onChildren(gathering.resource()));
                indexes.add(gathering.join().onParents(relation.resource()));
            });
        }
        for (Relation relation : relations) {
            relation.indexed().forEach(field -> indexes.add(Index.on(relation.resource(), field)));
        }
        return indexes;
    }

    /** The same of what the document adds up to itself: few parents look at that. */
    Set<AffectedDocuments> fedByAggregates(String resource, BsonDocument child) {
        Set<AffectedDocuments> fed = new LinkedHashSet<>();
        readersOf(resource).forEach(parent -> parent.gatheringsOf(resource).stream()
                .flatMap(gathering -> gathering.join().parentsOf(child).stream())
                .forEach(values -> fed.add(new AffectedDocuments(parent.resource(), values))));
        return fed;
    }

    /** The relations that look at what documents of the resource add up to. */
    List<Relation> readersOf(String resource) {
        return relations.stream()
                .filter(relation -> relation.readsAggregatesOf(resource))
                .toList();
    }

    /** The relations that gather documents of the resource. */
    List<Relation> parentsOf(String resource) {
        return relations.stream()
                .filter(relation -> !relation.gatheringsOf(resource).isEmpty())
                .toList();
    }

    /** Whose numbers a document enters. */
    Set<AffectedDocuments> fedBy(String resource, BsonDocument child) {
        Set<AffectedDocuments> fed = new LinkedHashSet<>();
        for (Relation parent : relations) {
            parent.gatheringsOf(resource).stream()
                    .flatMap(gathering -> gathering.join().parentsOf(child).stream())
                    .forEach(values -> fed.add(new AffectedDocuments(parent.resource(), values)));
        }
        return fed;
    }
}
