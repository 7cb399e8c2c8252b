package org.egcg.reporting.client.folder.internal.tool;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What tools say of samples. For one thread. */
public final class SampleMetrics {
    private static final double WHOLE = 1e15;

    /** Longer lists say no more. */
    private static final int MOST_NOT_MAPPED = 10_000;

    private final ToolMappings mappings;
    private final Collection<String> known;
    private final Map<String, Map<String, Measured>> samples = new TreeMap<>();
    private final List<String> notMapped = new ArrayList<>();

    private record Measured(double value, int rank) {}

    /** @param known the samples that there are */
    public SampleMetrics(ToolMappings mappings, Collection<String> known) {
        this.mappings = mappings;
        this.known = List.copyOf(known);
    }

    /** Reads a file if a tool is known that wrote it. */
    public void read(Path file, String head) {
        mappings.of(head).ifPresent(tool -> read(file, tool));
    }

    private void read(Path file, ToolMapping tool) {
        if (tool.fields().isEmpty()) {
            notTaken(file, "%s is mapped to no field".formatted(tool.tool()));
            return;
        }
        String own = file.getFileName().toString();
        Map<String, Map<String, Double>> found = ToolFile.read(file, tool);
        if (found.isEmpty()) {
            notTaken(file, "has none of the numbers of %s that are mapped to fields".formatted(tool.tool()));
        }
        found.forEach((name, numbers) -> {
            Optional<String> sample = sample(name).or(() -> sample(own));
            sample.ifPresentOrElse(
                    id -> tell(id, tool, numbers),
                    () -> notTaken(file, "no sample is called as it is, " + (name.isEmpty() ? own : name)));
        });
    }

    private void notTaken(Path file, String reason) {
        if (notMapped.size() < MOST_NOT_MAPPED) {
            notMapped.add(file + ": " + reason);
        }
    }

    /** The longest of the known names with which a text begins. */
    private Optional<String> sample(String text) {
        return known.stream()
                .filter(name -> text.startsWith(name)
                        && (text.length() == name.length() || !Character.isLetterOrDigit(text.charAt(name.length()))))
                .max(java.util.Comparator.comparingInt(String::length));
    }

    private void tell(String sample, ToolMapping tool, Map<String, Double> numbers) {
        int rank = mappings.rank(tool);
        tool.fields().forEach((field, terms) -> {
            if (terms.stream().allMatch(term -> numbers.containsKey(term.name()))) {
                double sum = terms.stream()
                        .mapToDouble(term -> term.factor() * numbers.get(term.name()))
                        .sum();
                samples.computeIfAbsent(sample, first -> new TreeMap<>())
                        .merge(
                                field,
                                new Measured(sum, rank),
                                (one, other) -> one.rank() <= other.rank() ? one : other);
            }
        });
    }

    /** The files that were read and gave nothing, and why. */
    public List<String> notMapped() {
        return notMapped;
    }

    /** Puts what is known of a sample into its document. */
    public void into(String sample, ObjectNode document) {
        samples.getOrDefault(sample, Map.of()).forEach((field, measured) -> put(document, field, measured.value()));
    }

    private static void put(ObjectNode document, String path, double value) {
        int dot = path.indexOf('.');
        if (dot >= 0) {
            put(document.withObject("/" + path.substring(0, dot)), path.substring(dot + 1), value);
        } else if (value == Math.rint(value) && Math.abs(value) < WHOLE) {
            document.set(path, JsonNodeFactory.instance.numberNode((long) value));
        } else {
            document.put(path, value);
        }
    }
}
