package org.egcg.reporting.client.folder.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.egcg.reporting.client.folder.FolderException;

/** Reads a JSON file token by token. Only parts that tools keep short are held as a whole, so that memory is bounded. */
public final class JsonFile {
    /** Of one text, and of one part in bytes. */
    private static final int LONGEST_TEXT = 1 << 16;

    private static final long LONGEST_PART = 1L << 20;

    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(LONGEST_TEXT)
                    .build())
            .build());

    private JsonFile() {}

    /** What reads the tokens. */
    @FunctionalInterface
    public interface Reading {
        void read(JsonParser parser) throws IOException;
    }

    /** Hands over the tokens; what goes wrong is said with the file and the line. */
    public static void read(Path file, Reading reading) {
        TextFile.readBytes(file, bytes -> {
            try (JsonParser parser = MAPPER.createParser(bytes)) {
                try {
                    reading.read(parser);
                } catch (IllegalArgumentException wrong) {
                    throw new FolderException(file, line(parser), wrong.getMessage(), wrong);
                } catch (JsonProcessingException wrong) {
                    String sentence = "is no such JSON: " + wrong.getOriginalMessage();
                    throw new FolderException(file, line(parser), sentence, wrong);
                }
            }
            return true;
        });
    }

    private static long line(JsonParser parser) {
        return parser.currentLocation().getLineNr();
    }

    /** The value that the parser has come to, as a whole; {@link IllegalArgumentException} if it is long. */
    public static JsonNode part(JsonParser parser) throws IOException {
        return MAPPER.readTree(new Part(parser));
    }

    /** Ends where a part has become longer than any of such a file. */
    private static final class Part extends JsonParserDelegate {
        private final long end;

        Part(JsonParser parser) {
            super(parser);
            this.end = parser.currentLocation().getByteOffset() + LONGEST_PART;
        }

        @Override
        public JsonToken nextToken() throws IOException {
            if (currentLocation().getByteOffset() > end) {
                throw new IllegalArgumentException("holds more in one place than any such file");
            }
            return super.nextToken();
        }
    }
}
