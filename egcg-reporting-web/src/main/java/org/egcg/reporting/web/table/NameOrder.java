package org.egcg.reporting.web.table;

import java.util.Comparator;

/** Names in the order in which people look for them: what is a number in them counts as one, so that P9 precedes P10. */
public final class NameOrder implements Comparator<String> {

    public static final Comparator<String> NATURAL = new NameOrder().thenComparing(Comparator.naturalOrder());

    private NameOrder() {}

    @Override
    public int compare(String one, String other) {
        int at = 0;
        int there = 0;
        while (at < one.length() && there < other.length()) {
            int end = end(one, at);
            int thereEnd = end(other, there);
            int order = pieces(one.substring(at, end), other.substring(there, thereEnd));
            if (order != 0) {
                return order;
            }
            at = end;
            there = thereEnd;
        }
        return Integer.compare(one.length() - at, other.length() - there);
    }

    /** Where digits, or one character that is none, end. */
    private static int end(String name, int start) {
        int end = start + 1;
        while (isDigit(name.charAt(start)) && end < name.length() && isDigit(name.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private static int pieces(String one, String other) {
        if (isDigit(one.charAt(0)) && isDigit(other.charAt(0))) {
            String digits = one.replaceFirst("^0+", "");
            String others = other.replaceFirst("^0+", "");
            int lengths = Integer.compare(digits.length(), others.length());
            return lengths != 0 ? lengths : digits.compareTo(others);
        }
        return String.CASE_INSENSITIVE_ORDER.compare(one, other);
    }
}
