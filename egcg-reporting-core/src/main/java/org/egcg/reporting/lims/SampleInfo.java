package org.egcg.reporting.lims;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.egcg.reporting.lims.internal.sql.FieldRow;
import org.egcg.reporting.lims.internal.sql.LimsDatabase;
import org.egcg.reporting.lims.internal.sql.LimsSession;
import org.egcg.reporting.lims.internal.sql.SampleQueries;
import org.egcg.reporting.lims.internal.sql.SampleQueries.SampleRow;
import org.egcg.reporting.lims.request.InfoRequest;

/** {@code sample_info}: samples with their custom fields, each under its own name. */
record SampleInfo(LimsDatabase database) implements LimsReport<InfoRequest> {

    /** The plate is null if the sample stands on none. */
    private record Sample(SampleRow row, String plate, Map<String, String> fields) {}

    @Override
    public LimsAnswer answer(InfoRequest asked) {
        return LimsAnswer.of(database.read(session -> samples(session, asked)), SampleInfo::item);
    }

    /** The original knows only samples that stand on a plate and have a field with a value. */
    private static List<Sample> samples(LimsSession session, InfoRequest asked) {
        Map<Long, String> plates = new HashMap<>();
        SampleQueries.plates(session, asked.scope()).forEach(row -> plates.put(row.processId(), row.container()));
        Map<Long, Map<String, String>> fields = new HashMap<>();
        for (FieldRow field : SampleQueries.fields(session, asked.scope())) {
            fields.computeIfAbsent(field.owner(), sample -> new LinkedHashMap<>())
                    .put(field.name(), field.value());
        }
        return SampleQueries.samples(session, asked.scope()).stream()
                .map(row -> new Sample(row, plates.get(row.processId()), fields.getOrDefault(row.sampleId(), Map.of())))
                .filter(sample -> asked.scope().complete()
                        || (sample.plate() != null && !sample.fields().isEmpty()))
                .toList();
    }

    private static BsonDocument item(Sample sample) {
        String name = sample.row().name();
        BsonDocument item = new BsonDocument("sample_id", Json.text(name == null ? null : SampleName.sanitised(name)))
                .append("project_id", Json.text(sample.row().project()))
                .append("plate_id", Json.text(sample.plate()));
        item.putAll(Json.object(sample.fields()));
        return item;
    }
}
