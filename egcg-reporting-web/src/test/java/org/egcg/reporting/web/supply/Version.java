package org.egcg.reporting.web.supply;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The numbers of a version, such as 4.2.18 of {@code 4.2.18.Final}; words in it do not count. */
record Version(List<Integer> numbers) implements Comparable<Version> {
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    static Version of(String text) {
        return new Version(Arrays.stream(text.split("[.-]"))
                .filter(part -> NUMBER.matcher(part).matches())
                .map(Integer::valueOf)
                .toList());
    }

    @Override
    public int compareTo(Version other) {
        for (int i = 0; i < Math.max(numbers.size(), other.numbers.size()); i++) {
            int difference = Integer.compare(number(i), other.number(i));
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }

    private int number(int index) {
        return index < numbers.size() ? numbers.get(index) : 0;
    }
}
