package org.egcg.reporting.review;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.egcg.reporting.error.ReportingException.Conflict;
import org.egcg.reporting.error.ReportingException.NotFound;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.internal.clarity.ClarityArtifact;
import org.egcg.reporting.internal.clarity.ClarityClient;
import org.egcg.reporting.internal.clarity.ClaritySample;
import org.egcg.reporting.internal.clarity.ClaritySession;
import org.egcg.reporting.internal.clarity.ClarityStage;
import org.egcg.reporting.internal.clarity.ClarityStep;
import org.egcg.reporting.internal.clarity.FoundSamples;
import org.egcg.reporting.internal.clarity.StepInput;
import org.egcg.reporting.review.ActionRequest.LimsReview;

/**
 * Starts a review step of the LIMS: checks everything that can be checked before it changes anything there, and says
 * how far it came if something then fails.
 */
final class LimsReviews {

    private final LabRecords records;
    private final ClarityClient clarity;

    LimsReviews(LabRecords records, ClarityClient clarity) {
        this.records = records;
        this.clarity = clarity;
    }

    /** How a review of the LIMS ended. */
    sealed interface Outcome {}

    /** The step waits for people. */
    record Started(String stepId, String url) implements Outcome {}

    /** Something was changed in the LIMS, and then it failed; the step may have been started. */
    record Halfway(List<String> routed, List<Started> step, Unavailable failure) implements Outcome {}

    Outcome start(LimsReview review) {
        ClaritySession session = clarity.session(review.account());
        session.login();
        ReviewStep kind = review.step();
        ClarityStage stage = session.stage(ReviewStep.WORKFLOW, kind.stage())
                .orElseThrow(() -> new NotFound(
                        "Could not find LIMS step " + ReviewStep.WORKFLOW + " for workflow " + kind.stage()));
        List<ClarityArtifact> queue = queue(session, stage);
        Map<String, ClaritySample> samples = samples(session, review.samples());
        Map<String, String> queued = queued(queue, samples);
        Map<String, String> unqueued = unqueued(samples, queued);
        refuseUnlessOneEach(queue, samples, queued, unqueued);
        List<StepInput> inputs = inputs(kind, samples, queued, unqueued);
        return changed(new Plan(session, stage, unqueued, inputs));
    }

    private static List<ClarityArtifact> queue(ClaritySession session, ClarityStage stage) {
        List<ClarityArtifact> queue = session.queue(stage);
        for (ClarityArtifact artifact : queue) {
            if (artifact.samples().size() != 1) {
                String name = session.artifact(artifact.uri()).name();
                throw new Conflict(
                        "Artifact " + name + " Queued on " + stage.name() + " contains more than one sample");
            }
        }
        return queue;
    }

    private static Map<String, ClaritySample> samples(ClaritySession session, List<String> requested) {
        FoundSamples found = session.samples(requested);
        int answered = found.samples().size();
        if (answered != requested.size()) {
            int count = found.hits() == requested.size() ? answered : found.hits();
            throw new Conflict("Some of the samples to review were not found in the LIMS. " + requested.size()
                    + " samples requested " + count + " samples found");
        }
        Map<String, ClaritySample> ordered = new LinkedHashMap<>();
        requested.forEach(name -> ordered.put(name, found.samples().get(name)));
        return ordered;
    }

    /** The links of the artifacts that wait already, by requested sample, in the queue's order. */
    private static Map<String, String> queued(List<ClarityArtifact> queue, Map<String, ClaritySample> samples) {
        Map<String, String> nameById = samples.entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getValue().id(), Map.Entry::getKey));
        Map<String, String> queued = new LinkedHashMap<>();
        for (ClarityArtifact artifact : queue) {
            String name = nameById.get(artifact.samples().get(0));
            if (name != null) {
                queued.putIfAbsent(name, artifact.uri());
            }
        }
        return queued;
    }

    private static Map<String, String> unqueued(Map<String, ClaritySample> samples, Map<String, String> queued) {
        return samples.entrySet().stream()
                .filter(entry -> !queued.containsKey(entry.getKey()))
                .filter(entry -> !entry.getValue().artifact().isEmpty())
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().artifact(),
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    /** Each sample has to have exactly one artifact, be it in the queue or about to be routed there. */
    private static void refuseUnlessOneEach(
            List<ClarityArtifact> queue,
            Map<String, ClaritySample> samples,
            Map<String, String> queued,
            Map<String, String> unqueued) {
        Set<String> ids = samples.values().stream().map(ClaritySample::id).collect(Collectors.toSet());
        long waiting = queue.stream()
                .filter(artifact -> ids.contains(artifact.samples().get(0)))
                .count();
        long artifacts = waiting + unqueued.size();
        if (artifacts != samples.size() || queued.size() + unqueued.size() != samples.size()) {
            throw new Conflict("Could not find artifacts for all samples. Requested " + samples.size()
                    + " samples, found " + artifacts + " artifacts");
        }
    }

    private List<StepInput> inputs(
            ReviewStep kind,
            Map<String, ClaritySample> samples,
            Map<String, String> queued,
            Map<String, String> unqueued) {
        Function<String, Long> replicates =
                kind == ReviewStep.RUN_REVIEW ? name -> runElements(name, samples.get(name)) : name -> 1L;
        List<StepInput> inputs = new ArrayList<>();
        queued.forEach((name, link) -> inputs.add(new StepInput(link, replicates.apply(name))));
        unqueued.forEach((name, link) -> inputs.add(new StepInput(link, replicates.apply(name))));
        return inputs;
    }

    private long runElements(String name, ClaritySample sample) {
        long count = records.runElements(new HashSet<>(List.of(name, sample.name())));
        if (count == 0) {
            throw new Conflict("Sample " + name + " has no run elements to review");
        }
        return count;
    }

    private record Plan(
            ClaritySession session, ClarityStage stage, Map<String, String> unqueued, List<StepInput> inputs) {}

    private Outcome changed(Plan plan) {
        List<String> routed = new ArrayList<>();
        List<Started> started = new ArrayList<>();
        try {
            if (!plan.unqueued().isEmpty()) {
                routed.addAll(plan.unqueued().keySet());
                plan.session().route(plan.stage(), List.copyOf(plan.unqueued().values()));
            }
            ClarityStep step = plan.session().start(plan.stage(), plan.inputs(), !routed.isEmpty());
            started.add(new Started(step.id(), clarity.workDetails(step)));
            String program = step.programs().get(ReviewStep.PROGRAM);
            if (program != null) {
                plan.session().run(program);
            }
            return started.get(0);
        } catch (Unavailable failure) {
            if (routed.isEmpty() && started.isEmpty()) {
                throw failure;
            }
            return new Halfway(List.copyOf(routed), List.copyOf(started), failure);
        }
    }
}
