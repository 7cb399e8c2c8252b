package org.egcg.reporting.lims;

import java.util.ArrayList;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.egcg.reporting.lims.StepFacts.Plate;
import org.egcg.reporting.lims.StepFacts.Well;
import org.egcg.reporting.lims.internal.sql.LimsDatabase;
import org.egcg.reporting.lims.request.WellRequest;

/**
 * {@code library_info}, {@code sample_qc_info} and {@code genotyping_info}: what the newest run of a step found in the
 * wells of each plate.
 *
 * @param limsUrl the address of Clarity, for links
 */
record StepInfo(LimsDatabase database, StatusDefinitions definitions, ReportedStep step, String limsUrl)
        implements LimsReport<WellRequest> {

    /** One well, with the plate that it belongs to. */
    private record Single(Plate plate, Well well) {}

    @Override
    public LimsAnswer answer(WellRequest asked) {
        List<Plate> plates = database.read(session -> new StepFacts(session, step, asked).plates());
        return asked.singly() ? LimsAnswer.of(singles(plates), this::item) : LimsAnswer.of(plates, this::item);
    }

    private static List<Single> singles(List<Plate> plates) {
        List<Single> singles = new ArrayList<>();
        plates.forEach(plate -> plate.wells().forEach(well -> singles.add(new Single(plate, well))));
        return singles;
    }

    private BsonDocument item(Plate plate) {
        BsonDocument item = head(plate);
        return item.append(
                        "samples",
                        new BsonArray(plate.wells().stream().map(StepInfo::well).toList()))
                .append("protocol", protocol(plate))
                .append("nsamples", new BsonInt32(plate.wells().size()))
                .append("pc_qc_flag_pass", new BsonDouble(plate.passed()))
                .append("project_ids", Json.texts(plate.projects()));
    }

    private BsonDocument item(Single single) {
        return head(single.plate())
                .append("protocol", protocol(single.plate()))
                .append("project", Json.text(single.well().project()))
                .append("name", Json.text(single.well().sample()))
                .append("location", new BsonString(single.well().location()))
                .append("udfs", Json.object(single.well().fields()))
                .append("qc_flag", new BsonString(single.well().flag()))
                .append("project_id", Json.text(single.well().project()));
    }

    private BsonDocument head(Plate plate) {
        return new BsonDocument("id", Json.text(plate.container()))
                .append("step_link", new BsonString(limsUrl + "/clarity/work-complete/" + plate.processId()))
                .append("step_run", new BsonInt32(plate.runs()))
                .append("date_completed", LimsTime.json(plate.completed()));
    }

    private BsonString protocol(Plate plate) {
        return new BsonString(definitions.protocol(plate.protocol()));
    }

    private static BsonDocument well(Well well) {
        return new BsonDocument("name", Json.text(well.sample()))
                .append("location", new BsonString(well.location()))
                .append("udfs", Json.object(well.fields()))
                .append("qc_flag", new BsonString(well.flag()))
                .append("project_id", Json.text(well.project()));
    }
}
