package org.egcg.reporting.web.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonString;

/** What was loaded into the lanes of a run. */
public final class LoadedSamples {

    private LoadedSamples() {}

    /** A row per lane and sample of an item of {@code run_status}; a lane of which no sample is known has a row too. */
    public static List<BsonDocument> of(Optional<BsonDocument> run) {
        List<BsonDocument> rows = new ArrayList<>();
        run.map(item -> item.getArray("lanes", new BsonArray())).ifPresent(lanes -> lanes.forEach(lane -> {
            BsonArray samples = lane.asDocument().getArray("samples", new BsonArray());
            samples.forEach(sample -> rows.add(row(rows.size(), lane.asDocument(), sample.asDocument())));
            if (samples.isEmpty()) {
                rows.add(row(rows.size(), lane.asDocument(), new BsonDocument()));
            }
        }));
        return rows;
    }

    private static BsonDocument row(int number, BsonDocument lane, BsonDocument sample) {
        BsonDocument row = new BsonDocument("key", new BsonString(String.valueOf(number)))
                .append("lane", lane.get("lane", BsonNull.VALUE));
        List.of("sample_id", "project_id", "barcode")
                .forEach(field -> row.append(field, sample.getOrDefault(field, BsonNull.VALUE)));
        return row;
    }
}
