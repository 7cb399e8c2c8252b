package org.egcg.reporting.review;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bson.BsonDocument;
import org.egcg.reporting.aggregation.FieldPath;
import org.egcg.reporting.aggregation.KnownFields;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.error.ReportingException.Misconfigured;
import org.egcg.reporting.json.JsonWriter;
import org.egcg.reporting.yaml.Section;

/**
 * What reviews compare with, by metric: for lanes, for rapid analyses, and for samples the common ones under
 * {@code default} and those of single species. Immutable; two of the same content have the same version.
 */
public record Thresholds(
        SortedMap<String, Threshold> rapid,
        SortedMap<String, Threshold> lane,
        SortedMap<String, SortedMap<String, Threshold>> sample) {

    /** The file's name in a configuration directory. */
    public static final String FILE = "review_thresholds.yaml";

    public Thresholds {
        rapid = unmodifiable(rapid);
        lane = unmodifiable(lane);
        SortedMap<String, SortedMap<String, Threshold>> species = new TreeMap<>();
        sample.forEach((name, group) -> species.put(name, unmodifiable(group)));
        sample = Collections.unmodifiableSortedMap(species);
    }

    private static <T> SortedMap<String, T> unmodifiable(SortedMap<String, T> group) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(group));
    }

    /**
     * Reads the thresholds file.
     *
     * @throws org.egcg.reporting.error.ReportingException.Misconfigured naming file, key and reason
     */
    public static Thresholds read(Section file) {
        ThresholdsFile thresholds = new ThresholdsFile(file);
        return new Thresholds(thresholds.rapid(), thresholds.lane(), thresholds.sample());
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
     * The same, if all fields that they look at exist. Those that are as packaged are not looked at, as an institute's
     * own schema may lack what they are about.
     *
     * @param file what they were read from, for messages
     * @throws Misconfigured naming file, threshold and what does not exist
     */
    public Thresholds checked(Section file, KnownFields known) {
        Thresholds packaged = packaged();
        check("samples", rapid, packaged.rapid, file.section("rapid"), known);
        check("lanes", lane, packaged.lane, file.section("lane"), known);
        sample.forEach((species, group) -> check(
                "samples",
                group,
                packaged.sample.getOrDefault(species, new TreeMap<>()),
                file.section("sample").section(species),
                known));
        return this;
    }

    private static void check(
            String resource,
            SortedMap<String, Threshold> group,
            SortedMap<String, Threshold> packaged,
            Section file,
            KnownFields known) {
        for (Threshold threshold : group.values()) {
            Threshold brought = packaged.get(threshold.metric());
            if (brought == null || !brought.looksAt().equals(threshold.looksAt())) {
                threshold.looksAt().stream()
                        .sorted()
                        .filter(path -> !known.has(resource, FieldPath.of(path)))
                        .findFirst()
                        .ifPresent(path -> {
                            throw file.wrong(
                                    threshold.metric(),
                                    "nothing computes " + path + ", and no field of " + resource + " is called so");
                        });
            }
        }
    }

    /** The thresholds as the structure of their file, keys in order; reading it again gives the same thresholds. */
    public BsonDocument document() {
        BsonDocument species = new BsonDocument();
        sample.forEach((name, group) -> species.append(name, document(group.values())));
        return new BsonDocument("rapid", document(rapid.values()))
                .append("lane", document(lane.values()))
                .append("sample", species);
    }

    private static BsonDocument document(Collection<Threshold> group) {
        BsonDocument document = new BsonDocument();
        group.forEach(threshold -> document.append(threshold.metric(), threshold.entry()));
        return document;
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
    public String version() {
        try {
            byte[] content = JsonWriter.text(document()).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /**
     * What a sample of a species is judged by, as a map of its own: the common thresholds, the species' own over
     * them, and what was ordered wherever a threshold says per sample.
     */
    Map<String, Threshold> sample(String species, Requirements required) {
        SortedMap<String, Threshold> applied =
                new TreeMap<>(sample.getOrDefault(ThresholdsFile.DEFAULT, new TreeMap<>()));
        applied.putAll(sample.getOrDefault(species, new TreeMap<>()));
        applied.replaceAll((metric, threshold) -> threshold.limit() instanceof Limit.PerSample
                ? threshold.with(Limit.of(metric.equals(ThresholdsFile.YIELD) ? required.yield() : required.coverage()))
                : threshold);
        return new LinkedHashMap<>(applied);
    }
}
