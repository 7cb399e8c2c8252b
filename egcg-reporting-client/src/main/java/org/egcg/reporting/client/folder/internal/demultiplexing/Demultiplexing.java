package org.egcg.reporting.client.folder.internal.demultiplexing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What all files together say of the reads of a run. For one thread. */
public final class Demultiplexing {
    /** More samples in all lanes together than any flow cell holds. */
    private static final int MOST_ELEMENTS = 250_000;

    private static final int MOST_UNKNOWN = 200_000;

    private final Map<Key, Element> elements = new LinkedHashMap<>();
    private final Map<Integer, LaneTotals> totals = new TreeMap<>();
    private final Map<Key, UnknownBarcode> unknown = new LinkedHashMap<>();
    private final Map<String, String> idsByName = new HashMap<>();
    private @Nullable String runId;
    private @Nullable Path runIdOf;

    /** One sample has several barcodes in a lane rarely, two samples never the same one. */
    private record Key(int lane, String barcode) {}

    /** The elements in the order of the files. */
    public Collection<Element> elements() {
        return elements.values();
    }

    /** Lanes of which a file says what they hold together. */
    public Map<Integer, LaneTotals> totals() {
        return totals;
    }

    /** The barcodes that no sample carries, most frequent first within a lane. */
    public List<UnknownBarcode> unknown() {
        List<UnknownBarcode> sorted = new ArrayList<>(unknown.values());
        sorted.sort((one, other) -> one.lane() == other.lane()
                ? Long.compare(other.reads(), one.reads())
                : Integer.compare(one.lane(), other.lane()));
        return sorted;
    }

    /** The run that the files name. */
    public Optional<String> runId() {
        return Optional.ofNullable(runId);
    }

    /** The file that names it; empty if none does. */
    public Optional<Path> runIdOf() {
        return Optional.ofNullable(runIdOf);
    }

    void tellRun(String id, Path source) {
        if (runId != null && runIdOf != null && !runId.equals(id)) {
            throw new IllegalArgumentException(
                    "the run is '%s', and '%s' in %s".formatted(id, runId, runIdOf.getFileName()));
        }
        runId = id;
        runIdOf = source;
    }

    /** The element of a lane and a barcode; all unassigned reads of a lane are one. */
    Element element(int lane, String sample, String barcode) {
        boolean none = sample.equals(Element.UNDETERMINED);
        Key key = new Key(lane, none ? Element.UNDETERMINED : keyOf(sample, barcode));
        Element element = elements.get(key);
        if (element == null) {
            if (elements.size() >= MOST_ELEMENTS) {
                throw new IllegalArgumentException("has more samples than any run");
            }
            element = new Element(lane, sample, none ? "" : barcode);
            elements.put(key, element);
        } else if (!element.sample().equals(sample)
                && !sample.equals(element.name().orElse(""))) {
            throw new IllegalArgumentException("the sample of %s in lane %d is '%s', and '%s' elsewhere"
                    .formatted(barcode, lane, sample, element.sample()));
        }
        return element;
    }

    private static String keyOf(String sample, String barcode) {
        return barcode.isEmpty() ? "of " + sample : barcode.replace('-', '+');
    }

    /** The element that a file means which names samples by what customers call them; empty if none is known. */
    Optional<Element> known(int lane, String sample, String barcode) {
        return Optional.ofNullable(
                elements.get(new Key(lane, sample.equals(Element.UNDETERMINED) ? sample : keyOf(sample, barcode))));
    }

    /** By lanes and samples, for files that name no barcodes; empty where a sample has several in a lane. */
    Map<Integer, Map<String, Optional<Element>>> bySample() {
        Map<Integer, Map<String, Optional<Element>>> found = new HashMap<>();
        elements.values().forEach(element -> found.computeIfAbsent(element.lane(), first -> new HashMap<>())
                .merge(element.sample(), Optional.of(element), (one, other) -> Optional.empty()));
        return found;
    }

    void tellTotals(int lane, LaneTotals own) {
        LaneTotals before = totals.put(lane, own);
        if (before != null && before.passing() != own.passing()) {
            throw new IllegalArgumentException("lane %d has %d reads that pass the filter, and %d in %s"
                    .formatted(
                            lane,
                            own.passing(),
                            before.passing(),
                            before.source().getFileName()));
        }
    }

    void tellUnknown(int lane, String barcode, long reads, Path source) {
        UnknownBarcode own = new UnknownBarcode(lane, barcode, reads);
        UnknownBarcode before = unknown.putIfAbsent(new Key(lane, barcode.replace('-', '+')), own);
        if (before != null && before.reads() != reads) {
            throw new IllegalArgumentException("%s in lane %d was read %d times, and %d times elsewhere than in %s"
                    .formatted(barcode, lane, reads, before.reads(), source.getFileName()));
        }
        if (unknown.size() > MOST_UNKNOWN) {
            throw new IllegalArgumentException("has more unexpected barcodes than any run");
        }
    }

    void tellIdOf(String name, String id) {
        idsByName.putIfAbsent(name, id);
    }

    String idOf(String name) {
        return idsByName.getOrDefault(name, name);
    }
}
