package org.egcg.reporting.client.folder.internal.tool;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How the outputs of one tool become fields.
 *
 * @param sign a text by which a file is known
 * @param form where the numbers stand
 * @param sample the column that names the sample
 * @param fields what each field is the sum of
 */
record ToolMapping(String tool, String sign, Form form, Optional<String> sample, Map<String, List<Term>> fields) {

    ToolMapping {
        fields = Map.copyOf(fields);
    }

    /** The names of the numbers that fields are made of. */
    Set<String> names() {
        return fields.values().stream().flatMap(List::stream).map(Term::name).collect(Collectors.toUnmodifiableSet());
    }

    /** A number of the file, times a factor. */
    record Term(String name, double factor) {}

    /** Where in a file its numbers stand. */
    sealed interface Form {
        /** In lines that a pattern fits. */
        record Lines(Pattern pattern) implements Form {}

        /** In the first line of a table. */
        record Row(String begin, boolean headIsNext) implements Form {}

        /** In an object of a JSON file. */
        record Json(String pointer) implements Form {}

        /** In objects of a JSON file, one for each sample. */
        record JsonSamples(String pointer) implements Form {}
    }
}
