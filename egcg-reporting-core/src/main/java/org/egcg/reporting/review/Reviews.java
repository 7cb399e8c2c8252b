package org.egcg.reporting.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.egcg.reporting.instrument.Instruments;
import org.egcg.reporting.internal.json.Bson;
import org.egcg.reporting.run.RunIds;
import org.egcg.reporting.sample.SampleKinds;

/**
 * The one answer to whether a lane, a run element or a sample passes: pages, exports, charts, explanations and automatic
 * reviews all ask here. It reads nothing but what it is given, and writes nothing. Safe for threads.
 */
public final class Reviews {

    private static final String HUMAN = "Homo sapiens";
    private static final String GENOTYPE = "genotype_validation";
    private static final Set<String> GENOTYPE_METRICS =
            Set.of(GENOTYPE + ".mismatching_snps", GENOTYPE + ".no_call_seq");
    private static final Set<String> CONTEXT = Set.of(
            "lane_id",
            "run_element_id",
            "sample_id",
            "run_id",
            "project_id",
            "species_name",
            "library_type",
            SampleKinds.FIELD,
            "required_yield",
            "required_coverage",
            "bases_r1",
            "bases_r2",
            "bases_r3",
            "aggregated.run_ids",
            "aggregated.project_ids",
            "aggregated.bases_r1",
            "aggregated.bases_r2",
            "aggregated.bases_r3");

    private final Thresholds thresholds;
    private final Instruments instruments;
    private final RunIds runs;
    private final SampleKinds kinds;

    /**
     * @param runs how names of runs are read
     * @param kinds what tells controls from samples
     */
    public Reviews(Thresholds thresholds, Instruments instruments, RunIds runs, SampleKinds kinds) {
        this.thresholds = thresholds;
        this.instruments = instruments;
        this.runs = runs;
        this.kinds = kinds;
    }

    /** The same where runs are named as the makers of instruments do, and documents say which samples are controls. */
    public Reviews(Thresholds thresholds, Instruments instruments) {
        this(thresholds, instruments, RunIds.ofMakers(), SampleKinds.byField());
    }

    /** What it judges by. */
    public Thresholds thresholds() {
        return thresholds;
    }

    /** The same judge by other limits. */
    public Reviews by(Thresholds others) {
        return new Reviews(others, instruments, runs, kinds);
    }

    /** The dotted paths of all fields that a review of the subject looks at. */
    public Set<String> looksAt(Subject subject) {
        Set<String> fields = new TreeSet<>(CONTEXT);
        if (subject == Subject.SAMPLE) {
            fields.add(GENOTYPE);
        }
        thresholds.of(subject).values().forEach(limits -> limits.forEach(limit -> fields.addAll(limit.looksAt())));
        return fields;
    }

    /** A lane, by its aggregated fields. */
    public Review lane(BsonDocument lane) {
        return review(evidence(Subject.LANE, lane, Requirements.UNKNOWN));
    }

    /**
     * A run element. It is reviewed with its lane: it fails if the lane does, or if it fails by a limit of its own.
     *
     * @param lane what came of its lane, if there is one
     */
    public Review runElement(BsonDocument element, Optional<Review> lane) {
        Review own = review(evidence(Subject.RUN_ELEMENT, element, Requirements.UNKNOWN));
        return lane.map(whole -> together(own, whole)).orElse(own);
    }

    private static Review together(Review own, Review lane) {
        List<Finding> missed = new ArrayList<>();
        List<Finding> warned = new ArrayList<>();
        for (Verdict verdict : List.of(own.verdict(), lane.verdict())) {
            if (verdict instanceof Verdict.Fail fail) {
                missed.addAll(fail.missed());
                warned.addAll(fail.warned());
            } else if (verdict instanceof Verdict.Warn warn) {
                warned.addAll(warn.warned());
            }
        }
        if (!missed.isEmpty()) {
            return own.with(new Verdict.Fail(missed, warned));
        }
        boolean warns = lane.verdict() instanceof Verdict.Passing && !warned.isEmpty();
        return own.with(warns ? new Verdict.Warn(warned) : lane.verdict());
    }

    /** The rapid analysis of a sample. */
    public Review rapid(BsonDocument sample) {
        return review(evidence(Subject.RAPID, sample, Requirements.UNKNOWN));
    }

    /** A sample, by the thresholds of its species and by what was ordered. */
    public Review sample(BsonDocument sample, Requirements required) {
        return review(evidence(Subject.SAMPLE, sample, required));
    }

    private Evidence evidence(Subject subject, BsonDocument document, Requirements required) {
        return evidence(subject, document, required, thresholds.dependOn(subject));
    }

    /**
     * What a document says, worked out once for judgements by several limits.
     *
     * @param asked all that these limits depend on
     */
    Evidence evidence(Subject subject, BsonDocument document, Requirements required, Set<Circumstance> asked) {
        return new Evidence(
                subject,
                document,
                Circumstances.of(document, id -> instruments.ofRun(id, runs), kinds, asked),
                SequencingReads.of(document).orElse(0),
                subject != Subject.SAMPLE || isGenotyped(document),
                required);
    }

    private Review review(Evidence evidence) {
        List<Finding> findings = new ArrayList<>();
        gauges(evidence).forEach(gauge -> findings.add(gauge.of(evidence)));
        return review(evidence, findings);
    }

    /** The limits that hold for a document. */
    List<Gauge> gauges(Evidence evidence) {
        List<Gauge> applying = thresholds.applying(evidence.subject(), evidence.circumstances());
        return evidence.genotyped()
                ? applying
                : applying.stream()
                        .filter(gauge ->
                                !GENOTYPE_METRICS.contains(gauge.threshold().metric()))
                        .toList();
    }

    /** What the findings come to together, of a run element without its lane. */
    Review review(Evidence evidence, List<Finding> findings) {
        Subject subject = evidence.subject();
        boolean missing = !evidence.genotyped() && HUMAN.equals(Bson.text(evidence.document(), "species_name"));
        return new Review(
                subject.reviewed(),
                Bson.text(evidence.document(), subject.id()),
                thresholds.version(),
                findings,
                missing ? Verdict.ungenotyped(findings) : Verdict.on(findings));
    }

    private static boolean isGenotyped(BsonDocument sample) {
        return !sample.getOrDefault(GENOTYPE, BsonNull.VALUE).isNull();
    }

    /** Whether a document's sample is a control. */
    boolean isControl(BsonDocument sample) {
        return kinds.of(sample).isControl();
    }

    /** The models of the instruments that a sample was sequenced on, as far as they are known. */
    List<String> instruments(BsonDocument sample) {
        return Bson.texts(sample, "aggregated.run_ids").stream()
                .flatMap(run -> instruments.ofRun(run, runs).model().stream())
                .distinct()
                .sorted()
                .toList();
    }
}
