package org.egcg.reporting.lims;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the entries of one sample add up to: the statuses that it went through, the one it is in and since when, what
 * holds besides, and when work on it started and finished. Immutable; entries are sorted once.
 */
final class SampleHistory {

    private final StatusDefinitions definitions;
    private final List<Entry> entries;
    private final Current current;

    SampleHistory(StatusDefinitions definitions, Collection<Entry> entries) {
        this.definitions = definitions;
        this.entries = entries.stream().distinct().sorted().toList();
        this.current = newestRun();
    }

    /** A stretch of entries that belong to one status. */
    record Block(String status, List<Entry> entries) {
        LocalDateTime date() {
            return entries.get(0).date();
        }
    }

    private record Current(@Nullable String status, LocalDateTime since) {}

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /**
     * The statuses that the sample went through, oldest first. A completed step belongs to the status in which the
     * work was done, so the status that the last one leads to is not listed until something happens in it.
     */
    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        String status = definitions.initial();
        for (Entry entry : entries) {
            String next = definitions.statusOf(entry).orElse(status);
            append(blocks, entry.isComplete() ? status : next, entry);
            status = next;
        }
        return blocks;
    }

    private static void append(List<Block> blocks, String status, Entry entry) {
        if (blocks.isEmpty() || !blocks.get(blocks.size() - 1).status().equals(status)) {
            blocks.add(new Block(status, new ArrayList<>()));
        }
        blocks.get(blocks.size() - 1).entries().add(entry);
    }

    /** Walks from the newest entry back, as long as nothing but the newest known status is met. */
    private Current newestRun() {
        String status = entries.isEmpty() ? definitions.initial() : null;
        LocalDateTime since = Entry.UNDATED;
        for (int i = entries.size() - 1; i >= 0; i--) {
            String next = definitions.statusOf(entries.get(i)).orElse(null);
            if (status != null && !status.equals(next)) {
                break;
            }
            status = next;
            since = entries.get(i).date();
        }
        return new Current(status, since);
    }

    /** The status that the sample is in; empty if it has entries, and none of them stands for a status. */
    Optional<String> status() {
        return Optional.ofNullable(current.status());
    }

    /**
     * Since when, in one unbroken run, the sample is in its status; {@link Entry#UNDATED} if it has no entries. If no
     * entry stands for a status, the date of the oldest.
     */
    LocalDateTime since() {
        return current.since();
    }

    /** The statuses that the sample has besides. */
    Set<String> additional() {
        Set<String> statuses = new TreeSet<>();
        entries.stream()
                .filter(Entry::isComplete)
                .map(entry -> definitions.additional().get(entry.step()))
                .filter(Objects::nonNull)
                .forEach(statuses::add);
        if (definitions.special().removed().equals(current.status())) {
            statuses.remove(definitions.special().invoiced());
        }
        return statuses;
    }

    /** The type of library, as the newest step that tells says. */
    Optional<String> libraryType() {
        for (int i = entries.size() - 1; i >= 0; i--) {
            String type = definitions.libraryTypes().get(entries.get(i).step());
            if (type != null && entries.get(i).isComplete()) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** When work on the sample started. */
    Optional<LocalDateTime> started() {
        return first(definitions.started()::contains);
    }

    /** When the sample was finished for the first time, even if it went on after that. */
    Optional<LocalDateTime> finished() {
        return first(definitions::finishes);
    }

    private Optional<LocalDateTime> first(Predicate<String> step) {
        return entries.stream()
                .filter(entry -> entry.isComplete() && step.test(entry.step()))
                .findFirst()
                .map(Entry::date)
                .filter(date -> !date.equals(Entry.UNDATED));
    }
}
