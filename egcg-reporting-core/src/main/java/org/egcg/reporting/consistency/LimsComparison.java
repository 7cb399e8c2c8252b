package org.egcg.reporting.consistency;

import static org.egcg.reporting.consistency.StoredText.text;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bson.BsonDocument;
import org.egcg.reporting.consistency.Inconsistency.Named;
import org.egcg.reporting.sample.SampleKinds;

/** Samples that one of LIMS and store knows and the other should. A LIMS without samples is none to compare with. */
record LimsComparison(Findings findings, SampleKinds kinds, LimsSamples lims) {

    /** A sample of the store. */
    void look(BsonDocument sample) {
        String id = text(sample, "sample_id");
        if (!lims.all().isEmpty()
                && !lims.all().contains(id)
                && !kinds.of(sample).isControl()) {
            add(InconsistencyKind.SAMPLE_UNKNOWN_TO_LIMS, id, "The LIMS knows no sample " + id + ".");
        }
    }

    /** @param known all samples of the store */
    void missing(Set<String> known) {
        Set<String> missing = new TreeSet<>(lims.sequenced());
        missing.removeAll(known);
        missing.removeIf(id -> lims.all().isEmpty() || kinds.ofId(id).isControl());
        missing.forEach(id -> add(
                InconsistencyKind.SAMPLE_UNKNOWN_TO_PIPELINES,
                id,
                "The LIMS says that sample " + id + " was sequenced, and the pipelines have reported nothing of it."));
    }

    private void add(InconsistencyKind kind, String id, String sentence) {
        Named sample = new Named("samples", id);
        findings.add(kind, id, sentence, sample, List.of(sample));
    }
}
