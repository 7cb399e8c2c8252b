package org.egcg.reporting.web.page;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a page asked of the store, and what it was answered.
 *
 * @param read the collection of each document
 */
record StoreReading(List<Question> asked, List<String> read) {

    /** A command with its collection, and all of it, which tells it from others. */
    record Question(String what, String text) {}

    /** Whoever asks less comes first. */
    static final Comparator<StoreReading> BY_COST =
            Comparator.comparingInt(StoreReading::commands).thenComparingInt(StoreReading::documents);

    int commands() {
        return asked.size();
    }

    int documents() {
        return read.size();
    }

    /** How often what was asked, of which collections documents were read, and each question with how often it was. */
    String details() {
        return counted(asked, Question::what)
                + ", read "
                + counted(read, Function.identity())
                + counted(asked, Question::text).entrySet().stream()
                        .map(question -> "%n    %d: %s".formatted(question.getValue(), question.getKey()))
                        .collect(Collectors.joining());
    }

    private static <T> Map<String, Long> counted(List<T> all, Function<T, String> name) {
        return all.stream().collect(Collectors.groupingBy(name, TreeMap::new, Collectors.counting()));
    }
}
