package org.egcg.reporting.lims;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.egcg.reporting.lims.internal.sql.LimsSession;
import org.egcg.reporting.lims.internal.sql.SampleQueries;
import org.egcg.reporting.lims.internal.sql.SampleQueries.SampleRow;
import org.egcg.reporting.lims.internal.sql.SampleQueries.StatusFields;
import org.egcg.reporting.lims.request.Scope;
import org.egcg.reporting.lims.request.StatusRequest;

/** Gathers samples with their histories, with the same number of statements however many samples there are. */
final class StatusFacts {

    private static final Comparator<StatusSample> ORDER = Comparator.comparing(StatusSample::isNamed)
            .reversed()
            .thenComparing(sample -> sample.row().name(), Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(sample -> sample.row().sampleId());

    private final StatusDefinitions definitions;
    private final LimsSession session;
    private final StatusRequest asked;
    private final Scope scope;

    StatusFacts(StatusDefinitions definitions, LimsSession session, StatusRequest asked) {
        this.definitions = definitions;
        this.session = session;
        this.asked = asked;
        this.scope = asked.scope();
    }

    /** The samples by name; those without one last. */
    List<StatusSample> samples() {
        Map<Long, String> plates = new HashMap<>();
        SampleQueries.plates(session, scope).forEach(row -> plates.put(row.processId(), row.container()));
        Map<Long, StatusFields> fields = new HashMap<>();
        SampleQueries.statusFields(session, scope).forEach(row -> fields.put(row.sampleId(), row));
        SampleProgress progress = new SampleProgress(definitions, session, asked);
        List<StatusSample> samples = new ArrayList<>();
        for (SampleRow row : SampleQueries.samples(session, scope)) {
            add(samples, row, plates.get(row.processId()), fields.get(row.sampleId()), progress.of(row.processId()));
        }
        samples.sort(ORDER);
        return samples;
    }

    private void add(
            List<StatusSample> samples, SampleRow row, String plate, StatusFields fields, SampleHistory history) {
        boolean isKnown = plate != null && (fields == null || fields.known() > 0);
        if (isKnown || scope.complete() || !history.isEmpty()) {
            boolean isNamed = isKnown || scope.complete();
            samples.add(new StatusSample(
                    row, Optional.ofNullable(plate), Optional.ofNullable(fields), isNamed, history, definitions));
        }
    }
}
