package org.egcg.reporting.web.page;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOneModel;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.config.Configuration;
import org.egcg.reporting.embedded.ExampleFacility;
import org.egcg.reporting.embedded.example.TwoYears;
import org.egcg.reporting.internal.json.Bson;
import org.egcg.reporting.run.RunIds;
import org.egcg.reporting.store.MongoStore;

/**
 * The two years of examples in a store, as if each document had been stored on the day of its run: what asks for those of
 * the last weeks would read all of them else.
 */
final class DatedExamples {

    private static final List<String> OF_RUNS = List.of("runs", "lanes", "run_elements");

    private final RunIds ids = RunIds.ofMakers();
    private final MongoDatabase database;
    private final Map<String, BsonValue> samples = new HashMap<>();

    private DatedExamples(MongoDatabase database) {
        this.database = database;
    }

    /** @param directory for what loading needs besides */
    static void load(String uri, String database, TwoYears years, Path directory) {
        try (Reporting reporting = Reporting.over(
                MongoStore.at(uri, database),
                Configuration.load(Map.of("EGCG_DATA_DIR", directory.toString()), directory))) {
            ExampleFacility.load(reporting);
            years.load(reporting);
        }
        try (MongoClient client = MongoClients.create(uri)) {
            new DatedExamples(client.getDatabase(database)).date();
        }
    }

    private void date() {
        OF_RUNS.forEach(this::date);
        date("samples");
        date("analysis_driver_procs");
    }

    private void date(String resource) {
        MongoCollection<BsonDocument> collection = database.getCollection(resource, BsonDocument.class);
        List<UpdateOneModel<BsonDocument>> updates = new ArrayList<>();
        for (BsonDocument document : collection.find()) {
            day(document)
                    .ifPresent(day -> updates.add(new UpdateOneModel<>(
                            new BsonDocument("_id", document.get("_id")),
                            new BsonDocument("$set", new BsonDocument("_created", day).append("_updated", day)))));
        }
        collection.bulkWrite(updates);
    }

    /** Of the run; of a sample that of the last run that it was in, and of a process when it began. */
    private Optional<BsonValue> day(BsonDocument document) {
        Optional<BsonValue> ofRun =
                ids.read(Bson.text(document, "run_id")).date().map(DatedExamples::value);
        ofRun.filter(day -> document.containsKey("run_element_id"))
                .ifPresent(day -> samples.merge(Bson.text(document, "sample_id"), day, DatedExamples::later));
        return ofRun.or(() -> Optional.ofNullable(samples.get(Bson.text(document, "sample_id"))))
                .or(() -> Optional.ofNullable(document.get("start_date")).filter(BsonValue::isDateTime));
    }

    private static BsonValue value(LocalDate day) {
        return new BsonDateTime(day.atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli());
    }

    private static BsonValue later(BsonValue one, BsonValue other) {
        return one.asDateTime().compareTo(other.asDateTime()) > 0 ? one : other;
    }
}
