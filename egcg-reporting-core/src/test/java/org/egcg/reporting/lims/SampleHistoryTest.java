package org.egcg.reporting.lims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.egcg.reporting.lims.Entry.Type.COMPLETE;
import static org.egcg.reporting.lims.Entry.Type.PROGRESS;
import static org.egcg.reporting.lims.Entry.Type.QUEUED;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class SampleHistoryTest {

    private static final Entry RECEIVED = complete("Receive Sample EG 6.1", 10, 201);
    private static final Entry QUANTIFIED = complete("Eval qPCR Quant", 12, 202);
    private static final Entry TOUR = complete("Lab Tour", 13, 203);
    private static final Entry REVIEWED = complete("KAPA QC Review EG 1.0 ST", 14, 204);
    private static final Entry WAITING = new Entry("Create PDP Pool", january(15), QUEUED, 755);
    private static final Entry SECOND_TOUR = complete("Lab Tour", 16, 205);

    @Test
    void aSampleIsInItsStatusSinceTheOldestEntryOfTheNewestUnbrokenRun() {
        SampleHistory history = history(RECEIVED, QUANTIFIED, REVIEWED, WAITING);
        assertThat(history.status()).contains("sequencing_queue");
        assertThat(history.since()).isEqualTo(january(12));
    }

    @Test
    void anUnknownStepEndsTheWalkBackOnceAStatusIsKnown() {
        SampleHistory history = history(RECEIVED, QUANTIFIED, TOUR, REVIEWED, WAITING, SECOND_TOUR);
        assertThat(history.status()).contains("sequencing_queue");
        assertThat(history.since()).isEqualTo(january(14));
    }

    @Test
    void aCompletedStepBelongsToTheStatusInWhichTheWorkWasDone() {
        assertThat(history(RECEIVED, QUANTIFIED, REVIEWED, WAITING).blocks())
                .containsExactly(
                        new SampleHistory.Block("sample_submission", List.of(RECEIVED)),
                        new SampleHistory.Block("sample_qc", List.of(QUANTIFIED)),
                        new SampleHistory.Block("sequencing_queue", List.of(REVIEWED, WAITING)));
    }

    @Test
    void unknownStepsStandInTheHistoryAndStartNoStatus() {
        assertThat(history(RECEIVED, QUANTIFIED, TOUR, REVIEWED, WAITING, SECOND_TOUR)
                        .blocks()
                        .get(2)
                        .entries())
                .containsExactly(TOUR, REVIEWED, WAITING, SECOND_TOUR);
    }

    @Test
    void atTheSameMomentACompletedStepComesBeforeAQueue() {
        Entry queued = new Entry("Sequencing Plate Preparation EG 2.0", january(10), QUEUED, 752);
        SampleHistory history = history(queued, RECEIVED);
        assertThat(history.status()).contains("library_queue");
        assertThat(history.blocks())
                .containsExactly(
                        new SampleHistory.Block("sample_submission", List.of(RECEIVED)),
                        new SampleHistory.Block("library_queue", List.of(queued)));
    }

    @Test
    void equalDatesOrderTheSameWayHoweverTheEntriesCome() {
        List<Entry> entries = new ArrayList<>();
        for (int id = 1; id <= 4; id++) {
            for (Entry.Type type : Entry.Type.values()) {
                entries.add(new Entry(id % 2 == 0 ? "Create CFP Batch" : "Lab Tour", january(10), type, id));
            }
        }
        List<SampleHistory.Block> expected = new SampleHistory(ShippedDefinitions.read(), entries).blocks();
        for (int seed = 0; seed < 50; seed++) {
            Collections.shuffle(entries, new Random(seed));
            assertThat(new SampleHistory(ShippedDefinitions.read(), entries).blocks())
                    .isEqualTo(expected);
        }
    }

    @Test
    void exactDuplicatesCountOnce() {
        assertThat(history(RECEIVED, RECEIVED).blocks().get(0).entries()).containsExactly(RECEIVED);
    }

    @Test
    void anEntryWithoutADateIsTheOldest() {
        Entry undated = new Entry("Create CFP Batch", Entry.UNDATED, COMPLETE, 300);
        assertThat(history(RECEIVED, undated).status()).contains("sample_qc");
        assertThat(history(RECEIVED, undated).blocks().get(0).entries()).containsExactly(undated);
    }

    @Test
    void aSampleWithoutEntriesIsInTheFirstStatus() {
        assertThat(history().status()).contains("sample_submission");
        assertThat(history().blocks()).isEmpty();
    }

    @Test
    void aSampleOfUnknownStepsAloneIsInNoStatusSinceTheOldest() {
        SampleHistory history = history(TOUR, SECOND_TOUR);
        assertThat(history.status()).isEmpty();
        assertThat(history.since()).isEqualTo(january(13));
        assertThat(history.blocks()).extracting(SampleHistory.Block::status).containsExactly("sample_submission");
    }

    @Test
    void aRemovedSampleIsNotInvoicedButStaysGenotyped() {
        Entry genotyped = complete("QuantStudio Data Import EG 2.0", 11, 206);
        Entry invoiced = complete("Finance - Invoice Processed", 21, 210);
        Entry removed = complete("Remove From Processing EG 1.0 ST", 20, 211);
        assertThat(history(RECEIVED, genotyped, invoiced).additional()).containsExactly("genotyped", "invoiced");
        assertThat(history(RECEIVED, genotyped, invoiced, removed).additional()).containsExactly("genotyped");
    }

    @Test
    void theNewestTellingStepNamesTheLibraryType() {
        Entry free = complete("Read and Eval SSQC", 15, 220);
        Entry nano = complete("Amp PCR", 16, 221);
        assertThat(history(free, nano).libraryType()).contains("nano");
        assertThat(history(RECEIVED).libraryType()).isEmpty();
        assertThat(history(new Entry("Amp PCR", january(16), PROGRESS, 221)).libraryType())
                .isEmpty();
    }

    @Test
    void aSampleStartsAndFinishesWithTheOldestSuchStep() {
        Entry released = complete("Data Release EG 2.0 ST", 20, 230);
        Entry again = complete("Finish Processing EG 1.0 ST", 25, 231);
        SampleHistory history = history(complete("Receive Sample 4.0", 12, 200), RECEIVED, again, released);
        assertThat(history.started()).contains(january(10));
        assertThat(history.finished()).contains(january(20));
        assertThat(history().started()).isEmpty();
    }

    private static SampleHistory history(Entry... entries) {
        return new SampleHistory(ShippedDefinitions.read(), List.of(entries));
    }

    private static Entry complete(String step, int day, long process) {
        return new Entry(step, january(day), COMPLETE, process);
    }

    private static LocalDateTime january(int day) {
        return LocalDateTime.of(2018, 1, day, 0, 0);
    }
}
