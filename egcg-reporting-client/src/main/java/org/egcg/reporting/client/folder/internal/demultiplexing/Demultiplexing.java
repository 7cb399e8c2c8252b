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
    private static final int MOST_ELEMENTS = 1_000_000;

    private static final int MOST_UNKNOWN = 200_000;

    private final Map<Key, Element> elements = new LinkedHashMap<>();
    private final Map<Integer, LaneTotals> totals = new TreeMap<>();
    private final Map<Key, UnknownBarcode> unknown = new LinkedHashMap<>();
    private final Map<String, String> idsByName = new HashMap<>();
    private @Nullable String runId;

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

    void tellRun(String id) {
        if (runId != null && !runId.equals(id)) {
            throw new IllegalArgumentException("the run is '%s', and '%s' in another file".formatted(id, runId));
        }
        runId = id;
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

    /** The element of a file that names no barcodes. */
    Optional<Element> only(int lane, String sample) {
        List<Element> found = elements.values().stream()
                .filter(element -> element.lane() == lane && element.sample().equals(sample))
                .limit(2)
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
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
