package org.egcg.reporting.web.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words that must all occur in a row, in any column and order, ignoring case; quotes make a phrase. */
record Search(List<String> words) {

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    static Search of(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            String word = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
            if (!word.isBlank()) {
                words.add(word);
            }
        }
        return new Search(List.copyOf(words));
    }

    boolean finds(Row row) {
        return words.isEmpty() || words.stream().allMatch(row.text()::contains);
    }
}
