package org.egcg.reporting.aggregation.legacy;

import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.bson.BsonDocument;
import org.egcg.reporting.schema.Schema;
import org.egcg.reporting.schema.Schemas;
import org.egcg.reporting.store.DocumentStore;

/**
 * LegacyReports that the database computes when they are asked for, so that a sharded cluster shares the work. They are those
 * of an earlier version of the API. Safe for use by several threads.
 */
public final class LegacyReports {

    private static final List<LegacyReport> REPORTS = LegacyDefinitions.all();

    private final DocumentStore store;
    private final Schemas schemas;

    public LegacyReports(DocumentStore store, Schemas schemas) {
        this.store = store;
        this.schemas = schemas;
    }

    public static List<String> names() {
        return REPORTS.stream().map(LegacyReport::name).toList();
    }

    /**
     * Answers a report; close it. {@code match} is a JSON object of conditions on stored or computed fields, {@code
     * sort} a field with {@code -} before it for the descending order; {@code page} and {@code max_results} ask for a
     * part if both are there.
     *
     * @return empty if there is no report of this name
     * @throws org.egcg.reporting.error.ReportingException.Malformed if an argument cannot be understood
     */
    public Optional<LegacyDocuments> answer(String name, Map<String, String> arguments) {
        return REPORTS.stream()
                .filter(report -> report.name().equals(name))
                .findFirst()
                .map(report -> answer(LegacyQuery.of(report, stored(report.resource(), schemas), arguments)));
    }

    /** The fields that the {@code match} of a report may name: those that are stored, and those that it computes. */
    public static SortedSet<String> fields(String name, Schemas schemas) {
        LegacyReport report = REPORTS.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no report is called " + name));
        SortedSet<String> fields = new TreeSet<>(stored(report.resource(), schemas));
        fields.addAll(report.computed());
        return fields;
    }

    private static Set<String> stored(String resource, Schemas schemas) {
        Schema schema = schemas.named(resource).orElseThrow();
        Set<String> stored = new HashSet<>(schema.rules().keySet());
        stored.addAll(Set.of("_created", "_updated"));
        return stored;
    }

    private LegacyDocuments answer(LegacyQuery question) {
        return new LegacyDocuments(
                total(question),
                question.slice().map(part -> OptionalInt.of(part.page())).orElse(OptionalInt.empty()),
                question.slice().map(LegacyQuery.Slice::size).orElse(0),
                store.pipeline(question.report().resource(), question.stages()));
    }

    private long total(LegacyQuery question) {
        String resource = question.report().resource();
        if (question.countsStored()) {
            return store.count(resource, question.before());
        }
        Iterator<BsonDocument> counted =
                store.pipeline(resource, question.counting()).list().iterator();
        return counted.hasNext() ? counted.next().getNumber("n").longValue() : 0;
    }
}
