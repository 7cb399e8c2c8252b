package org.egcg.reporting.schema.internal;

import java.util.Optional;
import java.util.regex.Pattern;
import org.bson.BsonBoolean;
import org.bson.BsonDateTime;
import org.bson.BsonDouble;
import org.bson.BsonInt64;
import org.bson.BsonNull;
import org.bson.BsonObjectId;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.types.ObjectId;
import org.egcg.reporting.json.EveDate;

/**
 * Turns what was sent into the type that a rule asks for, where that can be done: text into numbers and dates, floats
 * into integers and back. Empty if the value is of no such type. Nothing is turned into text, lists or objects.
 */
final class Coercion {

    private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,25}");
    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?([0-9]{1,400}(\\.[0-9]{0,400})?|\\.[0-9]{1,400})([eE][+-]?[0-9]{1,6})?");
    private static final Pattern IDENTIFIER = Pattern.compile("[0-9a-fA-F]{24}");
    private static final double TWO_TO_63 = 0x1p63;

    private Coercion() {}

    static Optional<BsonInt64> whole(BsonValue value) {
        return switch (value.getBsonType()) {
            case INT64 -> Optional.of(value.asInt64());
            case INT32 -> Optional.of(new BsonInt64(value.asInt32().getValue()));
            case BOOLEAN -> Optional.of(new BsonInt64(value.asBoolean().getValue() ? 1 : 0));
            case DOUBLE -> truncated(value.asDouble().getValue());
            case STRING -> whole(value.asString().getValue().strip());
            default -> Optional.empty();
        };
    }

    private static Optional<BsonInt64> truncated(double number) {
        return number >= -TWO_TO_63 && number < TWO_TO_63
                ? Optional.of(new BsonInt64((long) number))
                : Optional.empty();
    }

    private static Optional<BsonInt64> whole(String text) {
        if (!WHOLE.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BsonInt64(Long.parseLong(text)));
        } catch (NumberFormatException beyond64Bits) {
            return Optional.empty();
        }
    }

    static Optional<BsonDouble> decimal(BsonValue value) {
        return switch (value.getBsonType()) {
            case DOUBLE -> finite(value.asDouble().getValue());
            case INT64 -> finite((double) value.asInt64().getValue());
            case INT32 -> finite(value.asInt32().getValue());
            case BOOLEAN -> finite(value.asBoolean().getValue() ? 1 : 0);
            case DECIMAL128 -> finite(value.asDecimal128().doubleValue());
            case STRING -> decimal(value.asString().getValue().strip());
            default -> Optional.empty();
        };
    }

    private static Optional<BsonDouble> decimal(String text) {
        return DECIMAL.matcher(text).matches() ? finite(Double.parseDouble(text)) : Optional.empty();
    }

    private static Optional<BsonDouble> finite(double number) {
        return Double.isFinite(number) ? Optional.of(new BsonDouble(number)) : Optional.empty();
    }

    /** Whatever says "nothing" where a date belongs, says null. */
    static Optional<BsonValue> moment(BsonValue value) {
        if (saysNothing(value)) {
            return Optional.of(BsonNull.VALUE);
        }
        if (value instanceof BsonDateTime moment) {
            return Optional.of(moment);
        }
        return value instanceof BsonString text
                ? EveDate.parse(text.getValue()).map(BsonValue.class::cast)
                : Optional.empty();
    }

    private static boolean saysNothing(BsonValue value) {
        return switch (value.getBsonType()) {
            case STRING -> value.asString().getValue().isEmpty();
            case BOOLEAN -> value.equals(BsonBoolean.FALSE);
            case INT32, INT64, DOUBLE -> value.asNumber().doubleValue() == 0;
            case ARRAY -> value.asArray().isEmpty();
            case DOCUMENT -> value.asDocument().isEmpty();
            default -> false;
        };
    }

    static Optional<BsonObjectId> identifier(BsonValue value) {
        if (value instanceof BsonObjectId id) {
            return Optional.of(id);
        }
        return value instanceof BsonString text
                        && IDENTIFIER.matcher(text.getValue()).matches()
                ? Optional.of(new BsonObjectId(new ObjectId(text.getValue())))
                : Optional.empty();
    }
}
