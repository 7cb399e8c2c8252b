package org.egcg.reporting.client.folder.internal.demultiplexing;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What one sample, or what belongs to none, gave in one lane. A number is told once, or the same each time. */
public final class Element {
    /** The sample of reads that belong to none. */
    public static final String UNDETERMINED = "Undetermined";

    private final int lane;
    private final String barcode;
    private final String sample;
    private @Nullable String name;
    private @Nullable String project;
    private final Map<Count, Long> counts = new EnumMap<>(Count.class);
    private final Map<Count, Path> sources = new EnumMap<>(Count.class);

    Element(int lane, String sample, String barcode) {
        this.lane = lane;
        this.sample = sample;
        this.barcode = barcode;
    }

    public int lane() {
        return lane;
    }

    public String sample() {
        return sample;
    }

    /** As the file spells it; empty where the sample has the lane to itself. */
    public String barcode() {
        return barcode;
    }

    /** What the customer calls the sample. */
    public Optional<String> name() {
        return Optional.ofNullable(name);
    }

    public Optional<String> project() {
        return Optional.ofNullable(project);
    }

    /** Whether these reads belong to no sample. */
    public boolean isUndetermined() {
        return sample.equals(UNDETERMINED);
    }

    /** The number, where a file tells it. */
    public OptionalLong count(Count what) {
        Long count = counts.get(what);
        return count == null ? OptionalLong.empty() : OptionalLong.of(count);
    }

    /** The number, 0 where no file tells it. */
    public long countOrZero(Count what) {
        return counts.getOrDefault(what, 0L);
    }

    /** The file that tells the number; empty if none does. */
    public Optional<Path> source(Count what) {
        return Optional.ofNullable(sources.get(what));
    }

    /** Takes over what a file says. */
    void tell(Count what, long count, Path source) {
        Long before = counts.put(what, count);
        Path other = sources.put(what, source);
        if (before != null && other != null && before != count) {
            throw new IllegalArgumentException(
                    "%s of %s is %d, and %d in %s".formatted(what.field(), this, count, before, other.getFileName()));
        }
    }

    void add(Count what, long count, Path source) {
        counts.merge(what, count, Long::sum);
        sources.put(what, source);
    }

    void tellProject(String own) {
        if (project != null && !project.equals(own)) {
            throw new IllegalArgumentException(
                    "the project of %s is '%s', and '%s' elsewhere".formatted(this, own, project));
        }
        project = own;
    }

    void tellName(String own) {
        name = own;
    }

    @Override
    public String toString() {
        return barcode.isEmpty()
                ? "%s in lane %d".formatted(sample, lane)
                : "%s (%s) in lane %d".formatted(sample, barcode, lane);
    }
}
