package org.egcg.reporting.query;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bson.BsonDecimal128;
import org.bson.BsonDouble;
import org.bson.BsonInt64;
import org.bson.BsonValue;
import org.bson.types.Decimal128;
import org.egcg.reporting.error.ReportingException.Malformed;

/** Numbers and texts as Python spells them. */
final class Literals {

    private static final Pattern ESCAPE =
            Pattern.compile("\\\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|([\\\\'\"abfnrtv])|.)", Pattern.DOTALL);

    private static final int LONGEST_NUMBER = 1000;

    private Literals() {}

    /** The value of a number without its sign. */
    static BsonValue number(String text, boolean negative) {
        if (text.length() > LONGEST_NUMBER) {
            throw new Malformed("a number of " + text.length() + " characters");
        }
        String digits = text.toLowerCase(Locale.ROOT);
        if (digits.startsWith("0x")) {
            return whole(new BigInteger(digits.substring(2), 16), negative);
        }
        if (digits.startsWith("0o")) {
            return whole(new BigInteger(digits.substring(2), 8), negative);
        }
        if (digits.startsWith("0b")) {
            return whole(new BigInteger(digits.substring(2), 2), negative);
        }
        return decimal(digits, negative);
    }

    private static BsonValue decimal(String digits, boolean negative) {
        if (digits.indexOf('.') >= 0 || digits.indexOf('e') >= 0) {
            double number = Double.parseDouble(digits);
            return new BsonDouble(negative ? -number : number);
        }
        if (digits.startsWith("0") && !digits.replace("0", "").isEmpty()) {
            throw new Malformed("a number cannot begin with 0: " + digits);
        }
        return whole(new BigInteger(digits), negative);
    }

    private static BsonValue whole(BigInteger size, boolean negative) {
        BigInteger number = negative ? size.negate() : size;
        return number.bitLength() < Long.SIZE
                ? new BsonInt64(number.longValue())
                : new BsonDecimal128(new Decimal128(new BigDecimal(number).round(MathContext.DECIMAL128)));
    }

    /** The text between a pair of quotes. */
    static String text(String quoted) {
        String inside = quoted.substring(1, quoted.length() - 1);
        return inside.indexOf('\\') < 0
                ? inside
                : ESCAPE.matcher(inside).replaceAll(escape -> Matcher.quoteReplacement(unescaped(escape)));
    }

    private static String unescaped(MatchResult escape) {
        if (escape.group(1) != null || escape.group(2) != null) {
            String code = escape.group(1) != null ? escape.group(1) : escape.group(2);
            return Character.toString((char) Integer.parseInt(code, 16));
        }
        return escape.group(3) != null ? sign(escape.group(3).charAt(0)) : escape.group();
    }

    private static String sign(char letter) {
        return switch (letter) {
            case 'a' -> "\u0007";
            case 'b' -> "\b";
            case 'f' -> "\f";
            case 'n' -> "\n";
            case 'r' -> "\r";
            case 't' -> "\t";
            case 'v' -> "\u000b";
            default -> String.valueOf(letter);
        };
    }
}
