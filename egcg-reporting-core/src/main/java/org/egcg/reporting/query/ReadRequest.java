package org.egcg.reporting.query;

import java.util.Map;
import java.util.Objects;
import org.egcg.reporting.schema.Schema;

/** All that a reader may ask of a resource: which documents, in which order, which fields, which page. Immutable. */
public record ReadRequest(Where where, Sort sort, Projection projection, Embedding embedding, Paging paging) {

    public ReadRequest {
        Objects.requireNonNull(where);
        Objects.requireNonNull(sort);
        Objects.requireNonNull(projection);
        Objects.requireNonNull(embedding);
        Objects.requireNonNull(paging);
    }

    /** The first page of everything. */
    public static ReadRequest everything() {
        return new ReadRequest(
                Where.everything(), Sort.none(), Projection.everything(), Embedding.none(), Paging.first());
    }

    /**
     * Reads the arguments {@code where}, {@code sort}, {@code projection}, {@code embedded}, {@code page} and
     * {@code max_results}; others mean nothing.
     *
     * @throws org.egcg.reporting.error.ReportingException.Malformed if one of the first four cannot be understood
     */
    public static ReadRequest of(Schema schema, Map<String, String> arguments) {
        return new ReadRequest(
                WhereText.parse(schema, arguments.getOrDefault("where", "")),
                Sort.parse(arguments.getOrDefault("sort", "")),
                Projection.parse(schema.idField(), arguments.getOrDefault("projection", "")),
                Embedding.parse(arguments.getOrDefault("embedded", "")),
                Paging.parse(arguments.getOrDefault("page", ""), arguments.getOrDefault("max_results", "")));
    }

    /** Reads what can be asked of a single document: {@code projection} and {@code embedded}. */
    public static ReadRequest ofOne(Schema schema, Map<String, String> arguments) {
        return everything()
                .showing(Projection.parse(schema.idField(), arguments.getOrDefault("projection", "")))
                .embedding(Embedding.parse(arguments.getOrDefault("embedded", "")));
    }

    public ReadRequest matching(Where newWhere) {
        return new ReadRequest(newWhere, sort, projection, embedding, paging);
    }

    public ReadRequest sorted(Sort newSort) {
        return new ReadRequest(where, newSort, projection, embedding, paging);
    }

    public ReadRequest showing(Projection newProjection) {
        return new ReadRequest(where, sort, newProjection, embedding, paging);
    }

    public ReadRequest embedding(Embedding newEmbedding) {
        return new ReadRequest(where, sort, projection, newEmbedding, paging);
    }

    public ReadRequest page(Paging newPaging) {
        return new ReadRequest(where, sort, projection, embedding, newPaging);
    }
}
