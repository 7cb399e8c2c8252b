package org.egcg.reporting.review;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.bson.BsonDocument;
import org.egcg.reporting.internal.json.Bson;

/**
 * How documents stand to the limits, and what would come of them by others. It is given one document after the other and
 * keeps counts, and the ids of the first that would change; it saves nothing. For one thread.
 */
public final class WhatIf {

    private static final int NAMED = 100;

    /**
     * A document of which something else would come.
     *
     * @param before the verdict now, in a word
     * @param reasons why it would come out so
     */
    public record Change(String id, String before, String after, List<String> reasons) {}

    /** A limit, by its metric and for what it holds. */
    public record Key(String metric, When when) {

        public static Key of(Threshold threshold) {
            return new Key(threshold.metric(), threshold.when());
        }
    }

    /** What tells which limits hold for a document. */
    private record Kind(Circumstances circumstances, boolean genotyped) {}

    /**
     * All documents of a kind.
     *
     * @param counts those of each limit that holds
     */
    private record Case(BothLimits limits, List<Map<Standing, Long>> counts) {

        /** What came of one of them, in the order of the limits. */
        void count(List<Finding> findings) {
            for (int i = 0; i < findings.size(); i++) {
                counts.get(i).merge(findings.get(i).standing(), 1L, Long::sum);
            }
        }
    }

    private final Reviews now;
    private final Optional<Reviews> then;
    private final Subject subject;
    private final Set<Circumstance> dependOn = EnumSet.noneOf(Circumstance.class);
    private final Map<Kind, Case> cases = new HashMap<>();
    private final Map<Key, Map<Standing, Long>> counts = new HashMap<>();
    private final Map<String, Long> verdicts = new TreeMap<>();
    private final Map<String, Long> changed = new TreeMap<>();
    private final List<Change> changes = new ArrayList<>();
    private long documents;

    private WhatIf(Reviews now, Optional<Reviews> then, Subject subject) {
        this.now = now;
        this.then = then;
        this.subject = subject;
        dependOn.addAll(now.thresholds().dependOn(subject));
        then.ifPresent(others -> dependOn.addAll(others.thresholds().dependOn(subject)));
    }

    /** Counts alone. */
    public static WhatIf counting(Reviews now, Subject subject) {
        return new WhatIf(now, Optional.empty(), subject);
    }

    /** Counts, and what would change by other limits. */
    public static WhatIf comparing(Reviews now, Thresholds then, Subject subject) {
        return new WhatIf(now, Optional.of(now.by(then)), subject);
    }

    public void add(BsonDocument document) {
        add(document, Requirements.UNKNOWN);
    }

    /**
     * The same of a sample.
     *
     * @param lims what the LIMS says was ordered; what the document says holds before it
     */
    public void add(BsonDocument stored, Requirements lims) {
        documents++;
        // A raw document searches its bytes for each field, of which reviews ask for dozens.
        BsonDocument document = Bson.decoded(stored);
        Evidence evidence = now.evidence(subject, document, required(document, lims), dependOn);
        Case here = known(evidence);
        List<Finding> findings = here.limits().findings(evidence);
        Review before = now.review(evidence, findings);
        verdicts.merge(before.verdict().word(), 1L, Long::sum);
        if (!(before.verdict() instanceof Verdict.NoData)) {
            here.count(findings);
        }
        if (here.limits().differ()) {
            compare(before, then.orElse(now).review(evidence, here.limits().others(evidence, findings)));
        }
    }

    /** There are few different ones among thousands of documents. */
    private Case known(Evidence evidence) {
        return cases.computeIfAbsent(
                new Kind(evidence.circumstances(), evidence.genotyped()), first -> found(evidence));
    }

    private Case found(Evidence evidence) {
        List<Gauge> gauges = now.gauges(evidence);
        BothLimits limits = new BothLimits(
                gauges, then.map(others -> others.gauges(evidence)).orElse(gauges));
        return new Case(
                limits,
                limits.now().stream()
                        .map(limit -> counts.computeIfAbsent(Key.of(limit), first -> new EnumMap<>(Standing.class)))
                        .toList());
    }

    private void compare(Review before, Review after) {
        String from = before.verdict().word();
        String to = after.verdict().word();
        if (!from.equals(to)) {
            changed.merge(from + " → " + to, 1L, Long::sum);
            if (changes.size() < NAMED) {
                changes.add(new Change(before.id(), from, to, after.verdict().said()));
            }
        }
    }

    private Requirements required(BsonDocument document, Requirements lims) {
        return subject == Subject.SAMPLE ? Requirements.in(document).or(lims) : Requirements.UNKNOWN;
    }

    /** How many documents there were. */
    public long documents() {
        return documents;
    }

    /** How many came to each verdict, by its word. */
    public Map<String, Long> verdicts() {
        return Collections.unmodifiableMap(verdicts);
    }

    /** How many stand how to a limit. Documents without any data count for none. */
    public Map<Standing, Long> counts(Threshold threshold) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(counts.getOrDefault(Key.of(threshold), Map.of())));
    }

    /** How many would change, such as {@code pass → fail}. */
    public Map<String, Long> changed() {
        return Collections.unmodifiableMap(changed);
    }

    /** The first hundred of them. */
    public List<Change> changes() {
        return List.copyOf(changes);
    }
}
