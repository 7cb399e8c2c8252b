package org.example.embed;

import java.nio.file.Path;
import org.bson.BsonDocument;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.error.ReportingException;
import org.egcg.reporting.fixture.HeapStore;
import org.egcg.reporting.query.ReadRequest;
import org.egcg.reporting.schema.Schema;

/** With settings from a directory and a store of its own; the store of the test kit stands for one. */
public class OwnStore {
    public static void main(String[] arguments) {
        try (Reporting reporting = Reporting.builder()
                .configuration(Path.of(arguments[0]))
                .store(new HeapStore())
                .open()) {
            Schema runs = reporting.schema("runs");
            reporting.writer().insert(runs, BsonDocument.parse("{'run_id': 'r1'}"));
            reporting.reader().list(runs, ReadRequest.everything()).list()
                    .forEach(run -> System.out.println(run.getString("run_id").getValue()));
            refused("users", reporting::users);
            refused("lims", reporting::lims);
        }
        refused("store", () -> Reporting.builder().configuration(Path.of(arguments[0])).open());
        System.out.println(Thread.getAllStackTraces().keySet().stream().filter(thread -> !thread.isDaemon()).count()
                + " thread");
    }

    private static void refused(String what, Runnable asked) {
        try {
            asked.run();
            System.out.println(what + " is there");
        } catch (ReportingException missing) {
            System.out.println(what + ": " + missing.getMessage());
        }
    }
}
