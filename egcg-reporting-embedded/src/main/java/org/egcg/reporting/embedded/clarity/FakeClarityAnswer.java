package org.egcg.reporting.embedded.clarity;

import java.nio.charset.StandardCharsets;
import org.bson.BsonDocument;
import org.egcg.reporting.internal.xml.XmlNode;
import org.egcg.reporting.json.JsonWriter;

/** What goes back. */
record FakeClarityAnswer(int status, String type, String body) {

    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";

    static FakeClarityAnswer xml(int status, XmlNode document) {
        return new FakeClarityAnswer(status, "application/xml", DECLARATION + document);
    }

    static FakeClarityAnswer json(int status, BsonDocument document) {
        return new FakeClarityAnswer(status, "application/json", JsonWriter.text(document));
    }

    byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }
}
