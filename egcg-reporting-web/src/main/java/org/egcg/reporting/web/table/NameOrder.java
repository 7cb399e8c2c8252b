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
            int order = isDigit(one.charAt(at)) && isDigit(other.charAt(there))
                    ? numbers(one, at, end, other, there, thereEnd)
                    : Character.compare(folded(one.charAt(at)), folded(other.charAt(there)));
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

    private static char folded(char character) {
        return Character.toLowerCase(Character.toUpperCase(character));
    }

    /** Digits of any length, without the zeros before them. */
    private static int numbers(String one, int from, int end, String other, int otherFrom, int otherEnd) {
        int at = significant(one, from, end);
        int there = significant(other, otherFrom, otherEnd);
        int order = Integer.compare(end - at, otherEnd - there);
        while (order == 0 && at < end) {
            order = Character.compare(one.charAt(at), other.charAt(there));
            at++;
            there++;
        }
        return order;
    }

    private static int significant(String name, int from, int end) {
        int start = from;
        while (start < end && name.charAt(start) == '0') {
            start++;
        }
        return start;
    }
}
