package org.egcg.reporting.query;

import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * Which part of a list is asked for.
 *
 * @param page from 1
 * @param size documents per page, from 1 to {@value #LARGEST}
 */
public record Paging(long page, int size) {

    /** Documents per page if nothing else is asked for. */
    public static final int DEFAULT = 25;

    /** Documents per page at most. */
    public static final int LARGEST = 100_000;

    private static final Pattern NUMBER =
            Pattern.compile("\\s*[+-]?([0-9]++(\\.[0-9]*+)?|\\.[0-9]++)([eE][+-]?[0-9]{1,9})?\\s*");
    private static final Pattern WHOLE = Pattern.compile("\\s*[+-]?[0-9]{1,1000}\\s*");
    private static final BigInteger LAST = BigInteger.valueOf(Long.MAX_VALUE);

    public Paging {
        if (page < 1 || size < 1 || size > LARGEST) {
            throw new IllegalArgumentException("page " + page + " of " + size + " documents");
        }
    }

    /** The first page of the usual size. */
    public static Paging first() {
        return new Paging(1, DEFAULT);
    }

    /** Reads the {@code page} and {@code max_results} arguments; what is no possible number is the usual one. */
    public static Paging parse(String page, String size) {
        return new Paging(page(page), size(size));
    }

    private static long page(String text) {
        if (!WHOLE.matcher(text).matches()) {
            return 1;
        }
        long page = new BigInteger(text.strip()).abs().min(LAST).longValue();
        return Math.max(page, 1);
    }

    private static int size(String text) {
        if (!NUMBER.matcher(text).matches()) {
            return DEFAULT;
        }
        double size = Double.parseDouble(text.strip());
        return size < 1 || Double.isInfinite(size) ? DEFAULT : (int) Math.min(size, LARGEST);
    }

    /** How many documents lie before the page; no more than a long can count. */
    public long skip() {
        return Math.multiplyHigh(page - 1, size) == 0 && (page - 1) * size >= 0 ? (page - 1) * size : Long.MAX_VALUE;
    }
}
