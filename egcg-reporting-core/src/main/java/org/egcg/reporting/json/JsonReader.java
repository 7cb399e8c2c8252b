package org.egcg.reporting.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDecimal128;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt64;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.types.Decimal128;
import org.egcg.reporting.ReportingException.Malformed;
import org.egcg.reporting.ReportingException.TooLarge;

/**
 * Reads one JSON text into BSON. Integers become 64-bit ones, larger ones decimals; of a repeated key the last value
 * counts; {@code NaN} and {@code Infinity} are numbers. Whatever else is no JSON, is broken UTF-8, cannot be stored
 * (a NUL in a key, half a surrogate pair, a number of more than 1000 digits) or nests deeper than {@value #DEEPEST} levels is {@link Malformed}.
 */
public final class JsonReader {

    /** How many objects and lists may lie inside each other. */
    public static final int DEEPEST = 100;

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();

    private JsonReader() {}

    /** The value that a UTF-8 text spells. */
    public static BsonValue read(byte[] utf8) {
        return read(decoded(utf8), JSON);
    }

    /**
     * The same of what a client sends, which may nest so deep only.
     *
     * @throws TooLarge if it nests deeper, or holds a number or a text that is too long
     */
    public static BsonValue read(byte[] utf8, int depth) {
        try {
            return read(decoded(utf8), factory(depth));
        } catch (Malformed broken) {
            if (broken.getCause() instanceof StreamConstraintsException limit) {
                throw new TooLarge(
                        "The JSON nests deeper than " + depth + " levels, or a number or text in it is too long.",
                        limit);
            }
            throw broken;
        }
    }

    private static String decoded(byte[] utf8) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException broken) {
            throw new Malformed("the JSON is not UTF-8", broken);
        }
    }

    /** The value that a text spells. */
    public static BsonValue read(String text) {
        return read(text, JSON);
    }

    private static JsonFactory factory(int depth) {
        if (depth >= DEEPEST) {
            return JSON;
        }
        return JSON.rebuild()
                .streamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(depth).build())
                .build();
    }

    private static BsonValue read(String text, JsonFactory json) {
        try (JsonParser parser = json.createParser(text)) {
            parser.nextToken();
            BsonValue value = value(parser);
            if (parser.nextToken() != null) {
                throw new Malformed("text goes on after the end of the JSON");
            }
            return value;
        } catch (IOException unreadable) {
            throw new Malformed("this is no JSON: " + unreadable.getMessage(), unreadable);
        }
    }

    private static BsonValue value(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw new Malformed("there is no JSON in an empty text");
        }
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> new BsonString(whole(parser.getText()));
            case VALUE_NUMBER_INT -> integer(parser);
            case VALUE_NUMBER_FLOAT -> new BsonDouble(parser.getDoubleValue());
            case VALUE_TRUE -> BsonBoolean.TRUE;
            case VALUE_FALSE -> BsonBoolean.FALSE;
            case VALUE_NULL -> BsonNull.VALUE;
            default -> throw new Malformed("this is no JSON: " + token);
        };
    }

    private static BsonDocument object(JsonParser parser) throws IOException {
        BsonDocument document = new BsonDocument();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = whole(parser.currentName());
            if (key.indexOf('\0') >= 0) {
                throw new Malformed("a key contains a NUL character");
            }
            parser.nextToken();
            document.put(key, value(parser));
        }
        return document;
    }

    private static BsonArray array(JsonParser parser) throws IOException {
        BsonArray values = new BsonArray();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            values.add(value(parser));
        }
        return values;
    }

    private static BsonValue integer(JsonParser parser) throws IOException {
        if (parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
            return new BsonInt64(parser.getLongValue());
        }
        return decimal(parser.getBigIntegerValue());
    }

    private static BsonDecimal128 decimal(BigInteger number) {
        return new BsonDecimal128(new Decimal128(new BigDecimal(number).round(MathContext.DECIMAL128)));
    }

    private static String whole(String text) {
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (Character.isHighSurrogate(letter) && at + 1 < text.length() && isLow(text.charAt(at + 1))) {
                at++;
            } else if (Character.isSurrogate(letter)) {
                throw new Malformed("a text contains half a surrogate pair");
            }
        }
        return text;
    }

    private static boolean isLow(char letter) {
        return Character.isLowSurrogate(letter);
    }
}
