package org.egcg.reporting.resource.internal;

import java.util.ArrayList;
import java.util.List;
import org.egcg.reporting.aggregation.Relations;
import org.egcg.reporting.schema.Schema;
import org.egcg.reporting.schema.Schemas;
import org.egcg.reporting.store.Index;

/** The indexes that the collections should have: for uniqueness, for gathering children, for what pages ask most. */
public final class Indexes {

    private static final List<Index> FOR_READERS = List.of(
            Index.on("samples", "reviewed"),
            Index.on("samples", "library_id"),
            Index.on("samples", "plate_name"),
            Index.on("samples", "user_sample_id"),
            Index.on("samples", "useable"),
            Index.on("run_elements", "library_id"),
            Index.on("run_elements", "project_id"),
            Index.on("unexpected_barcodes", "run_id"),
            Index.on("analysis_driver_procs", "status"),
            Index.on("analysis_driver_stages", "analysis_driver_proc"),
            Index.on("actions", "action_info.project_id"),
            Index.on("decisions", "document"),
            Index.on("decisions", "date"),
            Index.on("history", "document", "_id"),
            Index.on("history", "name", "_id"),
            Index.on("history", "work", "_id"),
            Index.on("history", "by", "_id"),
            Index.on("history", "resource", "_id"),
            Index.on("history", "fields", "_id"),
            Index.on("history", "by", "resource", "_id"),
            Index.on("history", "by", "fields", "_id"),
            Index.on("history", "resource", "fields", "_id"),
            Index.on("idempotency_keys", "since"),
            Index.on("notes", "name"),
            Index.on("notices", "members"),
            Index.on("notices", "routed"),
            Index.on("notices", "told"),
            Index.on("notice_deliveries", "state"));

    private Indexes() {}

    public static List<Index> of(Schemas schemas, Relations relations) {
        List<Index> indexes = new ArrayList<>();
        for (Schema schema : schemas.all()) {
            schema.uniqueFields().stream()
                    .filter(field -> !field.equals("_id"))
                    .forEach(field -> indexes.add(Index.unique(schema.resource(), field)));
            indexes.add(Index.on(schema.resource(), "_created"));
        }
        relations.indexes().stream()
                .filter(index -> indexes.stream().noneMatch(present -> covers(present, index)))
                .forEach(indexes::add);
        indexes.addAll(FOR_READERS);
        return indexes;
    }

    private static boolean covers(Index present, Index wanted) {
        return present.collection().equals(wanted.collection())
                && present.fields().equals(wanted.fields());
    }
}
