package org.egcg.reporting.web.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.BsonDocument;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.internal.json.Bson;
import org.egcg.reporting.lims.request.InfoRequest;
import org.egcg.reporting.lims.request.Scope;
import org.egcg.reporting.review.Requirements;

/** What the LIMS says was ordered for samples whose documents do not say it. */
@ApplicationScoped
public class LimsOrders {

    @Inject
    private Records records;

    /** By the samples' names, as far as the LIMS says anything; nothing while it is away. It is asked once, or not at all. */
    public Map<String, Requirements> of(List<BsonDocument> samples) {
        List<String> names = samples.stream()
                .filter(sample -> !Requirements.in(sample).complete())
                .map(sample -> Bson.text(sample, "sample_id"))
                .toList();
        return names.isEmpty() ? Map.of() : asked(names);
    }

    private Map<String, Requirements> asked(List<String> names) {
        Scope scope = new Scope(List.of(), names, Scope.State.ALL, Optional.empty(), true);
        Map<String, Requirements> orders = new HashMap<>();
        try {
            records.limsDocuments(InfoRequest.samples(scope))
                    .forEach(item -> orders.put(
                            Bson.text(item, "sample_id"),
                            Requirements.inLims(field -> Optional.of(Bson.written(item, field)))));
        } catch (Unavailable away) {
            return Map.of();
        }
        return orders;
    }
}
