package org.egcg.reporting.consistency;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/**
 * Numbers of a document that cannot be: fewer than none, a part that is more than its whole, a percentage outside 0 to 100.
 * Such numbers are stored, as pipelines must not stop, and marked; no verdict may rest on them.
 */
public final class ImpossibleNumbers {

    private static final String AGGREGATED = "aggregated";
    private static final int DEEPEST = 4;
    private static final double TOLERANCE = 1e-9;

    /** What is counted. */
    private static final Pattern COUNT = Pattern.compile(
            "(?:.*_)?(?:reads?|bases|clusters|snps)(?:_r\\d|_removed_r\\d|_in_lane)?|(?:.*_)?yield(?:_.*)?");

    private static final Pattern PERCENTAGE = Pattern.compile("(?:.*_)?(?:pc|percent)_.*");

    /** What a part of something is called, and the whole; the same within {@code aggregated} and within other objects. */
    private static final List<Part> PARTS = List.of(
            new Part("passing_filter_reads", "total_reads"),
            new Part("clean_reads", "passing_filter_reads"),
            new Part("phix_reads", "passing_filter_reads"),
            new Part("q30_bases_r1", "bases_r1"),
            new Part("q30_bases_r2", "bases_r2"),
            new Part("q30_bases_r3", "bases_r3"),
            new Part("clean_bases_r1", "bases_r1"),
            new Part("clean_bases_r2", "bases_r2"),
            new Part("clean_bases_r3", "bases_r3"),
            new Part("clean_q30_bases_r1", "clean_bases_r1"),
            new Part("clean_q30_bases_r2", "clean_bases_r2"),
            new Part("clean_q30_bases_r3", "clean_bases_r3"),
            new Part("adaptor_bases_removed_r1", "bases_r1"),
            new Part("adaptor_bases_removed_r2", "bases_r2"),
            new Part("adaptor_bases_removed_r3", "bases_r3"),
            new Part("mapped_reads", "bam_file_reads"),
            new Part("duplicate_reads", "bam_file_reads"),
            new Part("properly_mapped_reads", "bam_file_reads"),
            new Part("yield_q30_in_gb", "yield_in_gb"),
            new Part("clean_yield_q30_in_gb", "clean_yield_in_gb"));

    private record Part(String name, String whole) {}

    private static final Set<String> NAMES_OF_PARTS =
            PARTS.stream().map(Part::name).collect(Collectors.toSet());

    /** What a number is, by its name. */
    private enum Measure {
        COUNT,
        PERCENTAGE,
        OTHER
    }

    /** Names are few, unless a client invents them. */
    private static final int KNOWN = 10_000;

    private static final Map<String, Measure> MEASURES = new ConcurrentHashMap<>();

    private final Map<String, String> found = new LinkedHashMap<>();

    private ImpossibleNumbers() {}

    /**
     * The impossible numbers of a document.
     *
     * @return a sentence for each, by its path, such as {@code aggregated.pc_pass_filter}
     */
    public static Map<String, String> in(BsonDocument document) {
        ImpossibleNumbers numbers = new ImpossibleNumbers();
        numbers.look("", document, 0);
        return numbers.found;
    }

    /** The same without what is computed of others, in which the fault is not. */
    static Map<String, String> ownOf(BsonDocument document) {
        if (!document.containsKey(AGGREGATED)) {
            return in(document);
        }
        BsonDocument own = new BsonDocument();
        document.forEach((name, value) -> {
            if (!name.equals(AGGREGATED)) {
                own.append(name, value);
            }
        });
        return in(own);
    }

    /** Whether a number cannot be what its name says, whatever else the document has: a percentage or a count. */
    public static boolean isImpossible(String path, double number) {
        return switch (measure(path.substring(path.lastIndexOf('.') + 1))) {
            case PERCENTAGE -> number < -TOLERANCE || number > 100 + TOLERANCE;
            case COUNT -> number < 0;
            case OTHER -> false;
        };
    }

    private void look(String prefix, BsonDocument document, int depth) {
        document.forEach((name, value) -> {
            if (value.isDocument() && depth < DEEPEST) {
                look(prefix + name + ".", value.asDocument(), depth + 1);
            } else {
                number(value).ifPresent(number -> alone(prefix, name, number));
            }
        });
        if (document.keySet().stream().anyMatch(NAMES_OF_PARTS::contains)) {
            PARTS.forEach(part -> compare(prefix, document, part));
        }
    }

    private static Measure measure(String name) {
        if (MEASURES.size() > KNOWN) {
            MEASURES.clear();
        }
        return MEASURES.computeIfAbsent(name, ImpossibleNumbers::measured);
    }

    private static Measure measured(String name) {
        if (PERCENTAGE.matcher(name).matches() && !name.contains("stdev")) {
            return Measure.PERCENTAGE;
        }
        return COUNT.matcher(name).matches() ? Measure.COUNT : Measure.OTHER;
    }

    private void alone(String prefix, String name, double number) {
        if (isImpossible(name, number)) {
            String unit = measure(name) == Measure.PERCENTAGE ? " per cent" : "";
            put(prefix + name, words(name) + " is " + text(number) + unit);
        }
    }

    private void compare(String prefix, BsonDocument document, Part part) {
        OptionalDouble some = number(document.get(part.name()));
        OptionalDouble all = number(document.get(part.whole()));
        if (some.isPresent() && all.isPresent() && some.getAsDouble() > all.getAsDouble() * (1 + TOLERANCE)) {
            String sentence = "%s is %s of %s %s"
                    .formatted(
                            words(part.name()), text(some.getAsDouble()), text(all.getAsDouble()), words(part.whole()));
            put(prefix + part.name(), sentence);
            put(prefix + part.whole(), sentence);
        }
    }

    private void put(String path, String sentence) {
        found.putIfAbsent(path, sentence);
    }

    private static String words(String name) {
        return name.replace('_', ' ');
    }

    private static String text(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? "%,d".formatted((long) number)
                : String.valueOf(number);
    }

    private static OptionalDouble number(BsonValue value) {
        return value != null
                        && value.isNumber()
                        && Double.isFinite(value.asNumber().doubleValue())
                ? OptionalDouble.of(value.asNumber().doubleValue())
                : OptionalDouble.empty();
    }
}
