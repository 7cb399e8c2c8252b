package org.egcg.reporting.review;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private final Reviews now;
    private final Optional<Reviews> then;
    private final Subject subject;
    private final Map<Key, Map<Standing, Long>> counts = new HashMap<>();
    private final Map<String, Long> verdicts = new TreeMap<>();
    private final Map<String, Long> changed = new TreeMap<>();
    private final List<Change> changes = new ArrayList<>();
    private long documents;

    private WhatIf(Reviews now, Optional<Reviews> then, Subject subject) {
        this.now = now;
        this.then = then;
        this.subject = subject;
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
        BsonDocument document = Bson.copy(stored);
        Review before = review(now, document, lims);
        verdicts.merge(before.verdict().word(), 1L, Long::sum);
        if (!(before.verdict() instanceof Verdict.NoData)) {
            before.findings().forEach(finding -> counts.computeIfAbsent(
                            Key.of(finding.threshold()), first -> new EnumMap<>(Standing.class))
                    .merge(finding.standing(), 1L, Long::sum));
        }
        then.ifPresent(others -> compare(before, review(others, document, lims)));
    }

    private void compare(Review before, Review after) {
        String from = before.verdict().word();
        String to = after.verdict().word();
        if (!from.equals(to)) {
            changed.merge(from + " → " + to, 1L, Long::sum);
            if (changes.size() < NAMED) {
                changes.add(new Change(before.id(), from, to, after.verdict().reasons()));
            }
        }
    }

    private Review review(Reviews reviews, BsonDocument document, Requirements lims) {
        return switch (subject) {
            case LANE -> reviews.lane(document);
            case RUN_ELEMENT -> reviews.runElement(document, Optional.empty());
            case SAMPLE -> reviews.sample(document, Requirements.in(document).or(lims));
            case RAPID -> reviews.rapid(document);
        };
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
