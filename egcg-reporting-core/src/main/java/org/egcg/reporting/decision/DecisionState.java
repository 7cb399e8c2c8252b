package org.egcg.reporting.decision;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.bson.BsonDocument;
import org.egcg.reporting.internal.json.Bson;

/**
 * How it stands with the decision on a run element, a lane or a sample.
 *
 * @param documents the run elements or the sample that a decision would change, as they are stored now
 * @param earlier what people have decided of them, the latest first, whether it still stands or not
 */
public record DecisionState(Decidable kind, String id, List<BsonDocument> documents, List<Decided> earlier) {

    public DecisionState {
        documents = documents.stream()
                .sorted(Comparator.comparing(document -> Bson.text(document, kind.field())))
                .toList();
        earlier = List.copyOf(earlier);
    }

    /** What changes whenever one of the documents does: of a single one its etag. */
    public String version() {
        if (kind != Decidable.LANE) {
            return Bson.text(documents.get(0), "_etag");
        }
        StringBuilder all = new StringBuilder();
        documents.forEach(document -> all.append(Bson.text(document, "_etag")).append('\n'));
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(all.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }

    /** What people have decided and still stands, the latest first. */
    public List<Decided> current() {
        return earlier.stream()
                .filter(decided -> documents.stream()
                        .anyMatch(document ->
                                document.getObjectId("_id").getValue().equals(decided.document())
                                        && decided.standsIn(document)))
                .toList();
    }
}
