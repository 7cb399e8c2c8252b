package org.egcg.reporting.embedded.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

/** MongoDB's limit of a document, which its drivers know of a document that they send, but not of one that grows. */
final class DocumentSize {

    private static final int LARGEST = 16 * 1024 * 1024;
    private static final int TOO_LARGE = 10334;

    private DocumentSize() {}

    /** @throws MongoServerError if it is larger */
    static void check(Document document) {
        if (DocumentType.memory(document) > LARGEST / 4 && encoded(document) > LARGEST) {
            throw new MongoServerError(
                    TOO_LARGE, "BSONObjectTooLarge", "BSONObj size is larger than the maximum of " + LARGEST);
        }
    }

    private static int encoded(Document document) {
        ByteBuf bytes = Unpooled.buffer();
        BsonEncoder.encodeDocument(document, bytes);
        return bytes.readableBytes();
    }
}
