package org.egcg.reporting.web.rest;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.egcg.reporting.resource.Receipt;
import org.egcg.reporting.resource.Written;
import org.egcg.reporting.review.Performed;

/**
 * What a client is told about an insertion, in a form that can be kept and told again.
 *
 * @param location address of the first new document; empty if there is none
 */
record InsertAnswer(int status, String location, String body) {

    /** @param prefix what stands before all paths */
    static InsertAnswer of(Written written, String prefix) {
        EveJson json = new EveJson(false);
        if (written instanceof Written.InsertRefused refused) {
            return new InsertAnswer(422, "", text(json.notInserted(refused.issues())));
        }
        List<Receipt> receipts = ((Written.Inserted) written).receipts();
        Receipt first = receipts.get(0);
        String location = prefix + "/" + Addresses.encoded(first.schema(), first.document());
        return new InsertAnswer(201, location, text(json.stored(receipts)));
    }

    static InsertAnswer of(Performed performed, String prefix) {
        Receipt receipt = performed.receipt();
        String location = prefix + "/" + Addresses.encoded(receipt.schema(), receipt.document());
        return new InsertAnswer(201, location, text(new EveJson(false).performed(performed)));
    }

    static InsertAnswer of(HttpRefusal refusal) {
        return new InsertAnswer(
                refusal.status(),
                "",
                text(new EveJson(false).error(refusal.status(), refusal.getMessage(), refusal.detail())));
    }

    private static String text(StreamingOutput output) {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            output.write(bytes);
            return bytes.toString(StandardCharsets.US_ASCII);
        } catch (IOException impossible) {
            throw new IllegalStateException("writing to memory failed", impossible);
        }
    }

    static InsertAnswer of(BsonDocument kept) {
        return new InsertAnswer(
                kept.getNumber("status").intValue(),
                kept.getString("location").getValue(),
                kept.getString("body").getValue());
    }

    BsonDocument kept() {
        return new BsonDocument("status", new BsonInt32(status))
                .append("location", new BsonString(location))
                .append("body", new BsonString(body));
    }

    Response response() {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header("Location", location.isEmpty() ? null : location)
                .entity(body.getBytes(StandardCharsets.US_ASCII))
                .build();
    }
}
