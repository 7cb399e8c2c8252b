package org.egcg.reporting.web.table;

import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many decimals the numbers of a column have where all of them are below one, so that their digits line up. */
record SmallDigits(int number) {

    private static final Pattern SMALL = Pattern.compile("-?0\\.([0-9]+)%?");
    private static final Pattern ZERO = Pattern.compile("0?%?");
    private static final SmallDigits AS_THEY_ARE = new SmallDigits(0);

    /** Numbers that differ by more digits stay as they are. */
    private static final int MOST_ADDED = 2;

    /** @param written the numbers of the column as they are without it */
    static SmallDigits of(List<String> written) {
        IntSummaryStatistics digits = new IntSummaryStatistics();
        for (String text : written) {
            Matcher small = SMALL.matcher(text);
            if (small.matches()) {
                digits.accept(small.group(1).length());
            } else if (!ZERO.matcher(text).matches()) {
                return AS_THEY_ARE;
            }
        }
        return digits.getCount() == 0 || digits.getMax() - digits.getMin() > MOST_ADDED
                ? AS_THEY_ARE
                : new SmallDigits(digits.getMax());
    }

    /** A number with as many decimals; nothing at all stays 0. */
    String of(String text) {
        Matcher small = SMALL.matcher(text);
        if (!small.matches() || small.group(1).length() >= number) {
            return text;
        }
        String zeros = "0".repeat(number - small.group(1).length());
        return text.endsWith("%") ? text.replace("%", zeros + "%") : text + zeros;
    }
}
