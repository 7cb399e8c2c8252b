package org.egcg.reporting.testkit.storm;

import java.util.List;
import java.util.Optional;
import org.bson.BsonArray;
import org.bson.BsonDocument;

/** Writing and reading documents, by whatever way leads to a service. For one thread. */
public interface WriteApi {

    /** What a writer learns. */
    sealed interface Answer {
        /** It is stored; with the etags of the documents written, in their order. */
        record Done(List<String> etags) implements Answer {
            public Done {
                etags = List.copyOf(etags);
            }
        }

        /** Somebody had deleted the document, so that the replacement was stored as a new one at its address. */
        record Anew(String etag) implements Answer {}

        /** Nothing was stored. */
        record Refused(String reason) implements Answer {}

        /** The connection broke, or the service could not tell: it may be stored or not. */
        record Unknown(String reason) implements Answer {}
    }

    /** Where a document is, and its version. */
    record Address(String id, String name, String etag) {}

    /** The field with the name by which the laboratory knows documents of a resource. */
    static String idField(String resource) {
        return Universe.idField(resource);
    }

    Answer insert(String resource, BsonArray documents);

    Answer patch(String resource, Address at, BsonDocument changes);

    Answer replace(String resource, Address at, BsonDocument document);

    Answer delete(String resource, Address at);

    /** The document that the laboratory calls by this name; empty also if the service does not answer. */
    Optional<Address> find(String resource, String name);

    /** All documents of a resource. */
    List<Address> all(String resource);
}
