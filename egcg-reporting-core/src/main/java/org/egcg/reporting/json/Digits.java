package org.egcg.reporting.json;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.math.BigDecimal;

/** The shortest digits that read back as the same double, spelt as the API spells them: 3.0, 0.0001, 1e+300. */
final class Digits {

    private Digits() {}

    static String of(double number) {
        String java = NumberOutput.toString(number, true);
        return java.indexOf('E') < 0 ? java : respelt(new BigDecimal(java).stripTrailingZeros());
    }

    private static String respelt(BigDecimal number) {
        int exponent = number.precision() - number.scale() - 1;
        if (exponent >= 16 || exponent < -4) {
            return scientific(number, exponent);
        }
        String plain = number.toPlainString();
        return plain.indexOf('.') < 0 ? plain + ".0" : plain;
    }

    private static String scientific(BigDecimal number, int exponent) {
        String digits = number.unscaledValue().abs().toString();
        String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
        String sign = number.signum() < 0 ? "-" : "";
        return sign + digits.charAt(0) + fraction + (exponent < 0 ? "e-" : "e+") + twoDigits(Math.abs(exponent));
    }

    private static String twoDigits(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}
