package org.egcg.reporting.web.rest;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.egcg.reporting.json.JsonWriter;

/**
 * By which clients tell whether a document is as they know it: its {@code _etag}, and behind a hyphen a digest of what is
 * shown of other documents, which changes without the {@code _etag}. Where none is shown, there is no digest.
 *
 * @param version the {@code _etag}
 * @param others the digest; empty text if there is none
 */
record EntityTag(String version, String others) {

    private static final int DIGEST_BYTES = 8;

    /** The tag of a document as it is shown. */
    static EntityTag of(BsonDocument shown) {
        BsonDocument others = new BsonDocument();
        shown.forEach((field, value) -> {
            if (field.equals("aggregated") ? says(value) : isEmbedded(value)) {
                others.append(field, value);
            }
        });
        return new EntityTag(shown.getString("_etag").getValue(), others.isEmpty() ? "" : digest(others));
    }

    /** Whether anything but nothing is in it: sums of no documents are null, 0 or empty. */
    private static boolean says(BsonValue value) {
        return switch (value.getBsonType()) {
            case NULL -> false;
            case DOCUMENT -> value.asDocument().values().stream().anyMatch(EntityTag::says);
            case ARRAY -> !value.asArray().isEmpty();
            case INT32, INT64, DOUBLE -> value.asNumber().doubleValue() != 0;
            default -> true;
        };
    }

    private static boolean isEmbedded(BsonValue value) {
        return value.isArray()
                && value.asArray().stream()
                        .anyMatch(member ->
                                member.isDocument() && member.asDocument().containsKey("_etag"));
    }

    private static String digest(BsonDocument others) {
        try {
            byte[] text = JsonWriter.text(others).getBytes(java.nio.charset.StandardCharsets.UTF_8);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);
            return HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whether the tag says all: the document changes with its {@code _etag} alone. */
    boolean isOfOneDocument() {
        return others.isEmpty();
    }

    String text() {
        return others.isEmpty() ? version : version + "-" + others;
    }

    /** As a header has it. */
    String quoted() {
        return '"' + text() + '"';
    }
}
