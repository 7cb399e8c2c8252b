package org.example.embed;

import org.egcg.reporting.Reporting;
import org.egcg.reporting.config.Configuration;
import org.egcg.reporting.json.JsonReader;
import org.egcg.reporting.query.ReadRequest;
import org.egcg.reporting.query.WhereText;
import org.egcg.reporting.schema.Schema;

public class Embed {
    public static void main(String[] arguments) {
        try (Reporting reporting = Reporting.open(Configuration.load())) {
            Schema runs = reporting.schema("runs");
            reporting.writer().insert(runs, JsonReader.read("{\"run_id\": \"r1\", \"number_of_lanes\": 8}"));
            ReadRequest large = ReadRequest.everything().matching(WhereText.parse("{\"number_of_lanes\": {\"$gte\": 8}}"));
            reporting.reader().list(runs, large).list().forEach(run -> System.out.println(run.getString("run_id")));
        }
    }
}
