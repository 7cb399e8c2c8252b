package org.egcg.reporting.resource;

import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;
import org.egcg.reporting.error.ReportingException.TooLarge;
import org.egcg.reporting.store.DocumentWeight;

/**
 * How large a document may be that clients write. MongoDB takes 16 MB; a sixteenth of that is kept for what the document
 * adds up to, which is stored in it later.
 */
final class StoredSize {

    private static final int MEGABYTES = 15;
    private static final int MOST = MEGABYTES * 1024 * 1024;
    private static final BsonDocumentCodec CODEC = new BsonDocumentCodec();

    private StoredSize() {}

    /** @throws TooLarge if the document is larger */
    static void check(BsonDocument document) {
        if (DocumentWeight.of(document) > MOST / 4 && encoded(document) > MOST) {
            throw new TooLarge("A document may have at most " + MEGABYTES + " MB.");
        }
    }

    private static int encoded(BsonDocument document) {
        try (BasicOutputBuffer bytes = new BasicOutputBuffer();
                BsonBinaryWriter writer = new BsonBinaryWriter(bytes)) {
            CODEC.encode(writer, document, EncoderContext.builder().build());
            return bytes.size();
        }
    }
}
