package org.egcg.reporting.web.home;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BsonDocument;
import org.egcg.reporting.lims.SampleCourse;
import org.egcg.reporting.review.Review;
import org.egcg.reporting.run.RunIds;

/**
 * What store and LIMS said at one moment; empty lists where one did not answer.
 *
 * @param processes executions of pipelines of the last year, and all that still run
 * @param stages those of the processes that run or have failed
 * @param toReview samples that are processed and not yet decided on
 * @param waiting samples with data that no pipeline works on
 * @param undelivered samples that are useable and not delivered
 * @param runs the newest runs, and those that are processed and not decided on
 * @param lanes of these runs
 * @param reviews what comes of these lanes by the limits, by lane id
 * @param samples what the LIMS knows of the samples of open projects, and of those closed within a year
 * @param open which of their projects are open
 * @param withData the samples of these of which the pipelines have data
 * @param limsRuns {@code run_status} of the LIMS of the last weeks, and of all these runs
 * @param runIds reads the names of runs
 * @param missing who did not answer, each as a sentence
 * @param local the same moment on the clocks of the LIMS
 */
public record FacilitySnapshot(
        List<BsonDocument> processes,
        List<BsonDocument> stages,
        List<BsonDocument> toReview,
        List<BsonDocument> waiting,
        List<BsonDocument> undelivered,
        List<BsonDocument> runs,
        List<BsonDocument> lanes,
        Map<String, Review> reviews,
        List<SampleCourse> samples,
        Set<String> open,
        Set<String> withData,
        List<BsonDocument> limsRuns,
        RunIds runIds,
        List<String> missing,
        Instant now,
        LocalDateTime local) {}
