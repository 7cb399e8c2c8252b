package org.egcg.reporting.web.table;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names of several species where there is little room: the genus by its first letter, as it is usual. */
final class SpeciesNames {

    private static final String BETWEEN = ", ";
    private static final Pattern NAME = Pattern.compile("[A-Z][a-z]+ [a-z]+");

    private SpeciesNames() {}

    static boolean areSeveral(String names) {
        return names.contains(BETWEEN);
    }

    /** Such as {@code B. taurus, H. sapiens}; what is no name of genus and species stays as it is. */
    static String brief(String names) {
        return Arrays.stream(names.split(BETWEEN))
                .map(name ->
                        NAME.matcher(name).matches() ? name.charAt(0) + "." + name.substring(name.indexOf(' ')) : name)
                .collect(Collectors.joining(BETWEEN));
    }
}
