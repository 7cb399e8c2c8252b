package org.egcg.reporting.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
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
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.error.ReportingException.TooLarge;

/**
 * Reads one JSON text into BSON. Integers become 64-bit ones, larger ones decimals; of a repeated key the last value
 * counts; {@code NaN} and {@code Infinity} are numbers. Whatever else is no JSON, is broken UTF-8, cannot be stored
 * (a NUL in a key, half a surrogate pair, a number of more than 1000 digits) or nests deeper than {@value #DEEPEST} levels is {@link Malformed}.
 */
public final class JsonReader {

    /** How many objects and lists may lie inside each other. */
    public static final int DEEPEST = JsonLimits.DEEPEST;

    /** The values of a document are a text's at most; longer ones are no text. */
    private static final int LONGEST_TEXT = 16 * 1024 * 1024;

    private static final int LONGEST_NUMBER = 1000;
    private static final int LONGEST_NAME = 50_000;

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(constraints(DEEPEST))
            .build();

    private final JsonParser parser;
    private final ValueCount count;

    private JsonReader(JsonParser parser, JsonLimits limits) {
        this.parser = parser;
        this.count = new ValueCount(limits);
    }

    private static StreamReadConstraints constraints(int depth) {
        return StreamReadConstraints.builder()
                .maxNestingDepth(depth)
                .maxStringLength(LONGEST_TEXT)
                .maxNumberLength(LONGEST_NUMBER)
                .maxNameLength(LONGEST_NAME)
                .build();
    }

    /** The value that a UTF-8 text spells. */
    public static BsonValue read(byte[] utf8) {
        return read(decoded(utf8), JSON, JsonLimits.none());
    }

    /** The value that a text spells. */
    public static BsonValue read(String text) {
        return read(new StringReader(text), JSON, JsonLimits.none());
    }

    /**
     * The value of what a client sends.
     *
     * @throws TooLarge if it nests deeper, has more values, or holds a number or a text that is too long
     */
    public static BsonValue read(byte[] utf8, JsonLimits limits) {
        try {
            return read(decoded(utf8), factory(limits.depth()), limits);
        } catch (Malformed broken) {
            if (broken.getCause() instanceof StreamConstraintsException limit) {
                throw new TooLarge(
                        "The JSON nests deeper than " + limits.depth()
                                + " levels, or a number or text in it is too long.",
                        limit);
            }
            throw broken;
        }
    }

    /** Decodes as it is read, so that a long text is never there twice. */
    private static Reader decoded(byte[] utf8) {
        return new InputStreamReader(new ByteArrayInputStream(utf8), StandardCharsets.UTF_8.newDecoder());
    }

    private static JsonFactory factory(int depth) {
        if (depth >= DEEPEST) {
            return JSON;
        }
        return JSON.rebuild().streamReadConstraints(constraints(depth)).build();
    }

    private static BsonValue read(Reader text, JsonFactory json, JsonLimits limits) {
        try (JsonParser parser = json.createParser(text)) {
            parser.nextToken();
            BsonValue value = new JsonReader(parser, limits).value();
            if (parser.nextToken() != null) {
                throw new Malformed("text goes on after the end of the JSON");
            }
            return value;
        } catch (CharacterCodingException broken) {
            throw new Malformed("the JSON is not UTF-8", broken);
        } catch (IOException unreadable) {
            throw new Malformed(noJson(unreadable), unreadable);
        }
    }

    private static String noJson(IOException unreadable) {
        if (unreadable instanceof JsonProcessingException syntax && syntax.getLocation() != null) {
            return "no JSON in line " + syntax.getLocation().getLineNr() + ", column "
                    + syntax.getLocation().getColumnNr() + ": " + syntax.getOriginalMessage();
        }
        return "no JSON: " + unreadable.getMessage();
    }

    private BsonValue value() throws IOException {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw new Malformed("there is no JSON in an empty text");
        }
        count.one();
        return switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> new BsonString(text());
            case VALUE_NUMBER_INT -> integer(parser);
            case VALUE_NUMBER_FLOAT -> new BsonDouble(parser.getDoubleValue());
            case VALUE_TRUE -> BsonBoolean.TRUE;
            case VALUE_FALSE -> BsonBoolean.FALSE;
            case VALUE_NULL -> BsonNull.VALUE;
            default -> throw new Malformed("this is no JSON: " + token);
        };
    }

    private String text() throws IOException {
        String text = whole(parser.getText());
        count.text(text.length());
        return text;
    }

    private BsonDocument object() throws IOException {
        BsonDocument document = new BsonDocument();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = whole(parser.currentName());
            count.text(key.length());
            if (key.indexOf('\0') >= 0) {
                throw new Malformed("a key contains a NUL character");
            }
            parser.nextToken();
            document.put(key, value());
        }
        return document;
    }

    private BsonArray array() throws IOException {
        BsonArray values = new BsonArray();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            values.add(value());
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
