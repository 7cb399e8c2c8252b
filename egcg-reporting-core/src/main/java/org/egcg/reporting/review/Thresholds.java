package org.egcg.reporting.review;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bson.BsonDocument;
import org.egcg.reporting.aggregation.KnownFields;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.error.ReportingException.Misconfigured;
import org.egcg.reporting.instrument.Instruments;
import org.egcg.reporting.json.JsonWriter;
import org.egcg.reporting.yaml.Section;

/**
 * All limits: of lanes, of run elements, of rapid analyses, and of samples, where the common ones stand under {@code
 * default} and those of single species under their names. Of several limits of one metric the most specific that fits
 * holds, see {@link Circumstance}. Immutable; two of the same content have the same version.
 */
public final class Thresholds {

    /** The file's name in a configuration directory. */
    public static final String FILE = "review_thresholds.yaml";

    private final SortedMap<String, SortedMap<String, MetricLimits>> groups;
    private final SortedMap<String, SortedMap<String, MetricLimits>> samples;
    private final Map<Subject, SortedMap<String, List<Threshold>>> bySubject = new EnumMap<>(Subject.class);
    private final Map<Subject, ApplyingLimits> applying = new EnumMap<>(Subject.class);
    private String version;

    private Thresholds(
            SortedMap<String, SortedMap<String, MetricLimits>> groups,
            SortedMap<String, SortedMap<String, MetricLimits>> samples) {
        this.groups = groups;
        this.samples = samples;
        for (Subject subject : Subject.values()) {
            bySubject.put(
                    subject,
                    byMetric(subject == Subject.SAMPLE ? samples.values() : List.of(groups.get(subject.group()))));
            applying.put(subject, new ApplyingLimits(bySubject.get(subject).values()));
        }
    }

    /** The limits of each metric, the most specific first. */
    private static SortedMap<String, List<Threshold>> byMetric(Iterable<SortedMap<String, MetricLimits>> groups) {
        SortedMap<String, List<Threshold>> all = new TreeMap<>();
        groups.forEach(group -> group.forEach((metric, limits) ->
                all.computeIfAbsent(metric, first -> new ArrayList<>()).addAll(limits.thresholds())));
        all.values()
                .forEach(limits -> limits.sort(
                        Comparator.comparing((Threshold one) -> one.when().specificity())
                                .reversed()));
        return all;
    }

    /**
     * Reads the thresholds file.
     *
     * @throws Misconfigured naming file, key and reason
     */
    public static Thresholds read(Section file) {
        ThresholdsFile content = new ThresholdsFile(file);
        SortedMap<String, SortedMap<String, MetricLimits>> groups = new TreeMap<>();
        Arrays.stream(Subject.values())
                .filter(subject -> subject != Subject.SAMPLE)
                .forEach(subject -> groups.put(subject.group(), content.group(subject)));
        Thresholds thresholds = new Thresholds(groups, content.samples());
        new ThresholdsCheck(file, thresholds.places()).refuseEquals();
        return thresholds;
    }

    /** Those that the library brings along. */
    public static Thresholds packaged() {
        try (InputStream file = Thresholds.class.getResourceAsStream("/org/egcg/reporting/etc/" + FILE)) {
            return read(Section.read(FILE, new String(file.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * The same, if all fields that they look at exist, and all models and types of flow cells that they name. Fields of
     * metrics that are as packaged are not looked at, as an institute's own schema may lack what they are about.
     *
     * @param file what they were read from, for messages
     * @throws Misconfigured naming file, threshold and what does not exist
     */
    public Thresholds checked(Section file, KnownFields known, Instruments instruments) {
        ThresholdsCheck check = new ThresholdsCheck(file, places());
        check.refuseUnknownFields(known, packaged().places());
        check.refuseUnknownModels(instruments);
        return this;
    }

    /** The limits of lanes that hold wherever no other does, by metric. */
    public SortedMap<String, Threshold> lane() {
        return common(groups.get(Subject.LANE.group()));
    }

    /** The same of rapid analyses. */
    public SortedMap<String, Threshold> rapid() {
        return common(groups.get(Subject.RAPID.group()));
    }

    /** The same of run elements. */
    public SortedMap<String, Threshold> runElement() {
        return common(groups.get(Subject.RUN_ELEMENT.group()));
    }

    /** The same of samples, by species; those of all species under {@code default}. */
    public SortedMap<String, SortedMap<String, Threshold>> sample() {
        SortedMap<String, SortedMap<String, Threshold>> species = new TreeMap<>();
        samples.forEach((name, group) -> species.put(name, common(group)));
        return Collections.unmodifiableSortedMap(species);
    }

    private static SortedMap<String, Threshold> common(SortedMap<String, MetricLimits> group) {
        SortedMap<String, Threshold> common = new TreeMap<>();
        group.forEach((metric, limits) -> common.put(metric, limits.common()));
        return Collections.unmodifiableSortedMap(common);
    }

    /** All limits of a subject, by metric, the most specific first. */
    public SortedMap<String, List<Threshold>> of(Subject subject) {
        return Collections.unmodifiableSortedMap(bySubject.get(subject));
    }

    /** One of the limits of a metric, of whatever subject: all have its title and its unit. Empty if it has none. */
    public Optional<Threshold> anyOf(String metric) {
        return Arrays.stream(Subject.values())
                .flatMap(subject -> of(subject).getOrDefault(metric, List.of()).stream())
                .findFirst();
    }

    /** The groups of the file by their places in it, such as {@code lane} or {@code sample.default}. */
    private Map<String, SortedMap<String, MetricLimits>> places() {
        Map<String, SortedMap<String, MetricLimits>> places = new TreeMap<>(groups);
        samples.forEach((species, group) -> places.put("sample." + species, group));
        return places;
    }

    /** All that any limit of a subject depends on. */
    Set<Circumstance> dependOn(Subject subject) {
        return applying.get(subject).named();
    }

    /** What holds under these circumstances: at most one limit for each metric, by metric. */
    List<Gauge> applying(Subject subject, Circumstances circumstances) {
        return applying.get(subject).under(circumstances);
    }

    /**
     * The thresholds as the structure of their file, keys in order; reading it again gives the same thresholds. What pages
     * call a metric changes nothing of what passes, and is left out.
     */
    public BsonDocument document() {
        BsonDocument document = new BsonDocument();
        groups.forEach((name, group) -> {
            if (!group.isEmpty() || !name.equals(Subject.RUN_ELEMENT.group())) {
                document.append(name, document(group, Optional.empty()));
            }
        });
        BsonDocument species = new BsonDocument();
        samples.forEach((name, group) -> species.append(
                name,
                document(
                        group,
                        Optional.of(name)
                                .filter(one -> !one.equals(ThresholdsFile.DEFAULT))
                                .map(one -> Circumstance.SPECIES))));
        return document.append("sample", species);
    }

    private static BsonDocument document(SortedMap<String, MetricLimits> group, Optional<Circumstance> said) {
        BsonDocument document = new BsonDocument();
        group.forEach((metric, limits) -> document.append(metric, limits.entry(said)));
        return document;
    }

    /** These with another limit in the place of one of them. */
    public Thresholds replacing(Threshold one, Threshold by) {
        return new Thresholds(replacing(groups, one, by), replacing(samples, one, by));
    }

    private static SortedMap<String, SortedMap<String, MetricLimits>> replacing(
            SortedMap<String, SortedMap<String, MetricLimits>> groups, Threshold one, Threshold by) {
        SortedMap<String, SortedMap<String, MetricLimits>> others = new TreeMap<>();
        groups.forEach((name, group) -> {
            SortedMap<String, MetricLimits> metrics = new TreeMap<>(group);
            metrics.replaceAll((metric, limits) -> limits.replacing(one, by));
            others.put(name, metrics);
        });
        return others;
    }

    /**
     * These thresholds with changes: a JSON merge patch (RFC 7396) of {@link #document()}. {@code {"lane":
     * {"aggregated.pc_q30": {"value": 80}}}} changes one value, null in the place of an entry takes it out.
     *
     * @throws Malformed if what comes of it are no thresholds, naming key and reason
     */
    public Thresholds changed(BsonDocument patch) {
        try {
            return read(Section.read("thresholds", JsonWriter.text(merged(document(), patch))));
        } catch (Misconfigured wrong) {
            throw new Malformed(wrong.getMessage(), wrong);
        }
    }

    private static BsonDocument merged(BsonDocument target, BsonDocument patch) {
        BsonDocument merged = target.clone();
        patch.forEach((key, value) -> {
            if (value.isNull()) {
                merged.remove(key);
            } else if (value.isDocument()) {
                BsonDocument inside = merged.isDocument(key) ? merged.getDocument(key) : new BsonDocument();
                merged.put(key, merged(inside, value.asDocument()));
            } else {
                merged.put(key, value);
            }
        });
        return merged;
    }

    /** Which thresholds these are: SHA-256 of their content in hex. Comments, order and blanks do not count. */
    public synchronized String version() {
        if (version == null) {
            version = sha256(JsonWriter.text(document()));
        }
        return version;
    }

    private static String sha256(String text) {
        try {
            byte[] content = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Thresholds thresholds && thresholds.document().equals(document());
    }

    @Override
    public int hashCode() {
        return document().hashCode();
    }
}
