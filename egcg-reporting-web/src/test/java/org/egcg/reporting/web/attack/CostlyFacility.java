package org.egcg.reporting.web.attack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.config.Configuration;
import org.egcg.reporting.security.Role;
import org.egcg.reporting.security.Users;
import org.egcg.reporting.store.DuplicateKeyException;
import org.egcg.reporting.store.MongoStore;
import org.egcg.reporting.testkit.RunningServer;

/** 200,000 run elements with their runs, samples and projects in the embedded store, on a server with 512 MB of heap. */
final class CostlyFacility {

    static final int ELEMENTS = Integer.getInteger("costly.elements", 200_000);
    static final int RUNS = ELEMENTS / 100;
    static final int SAMPLES = ELEMENTS / 10;

    private static final int BATCH = 1_000;
    private static final long CREATED = 1_700_000_000_000L;

    private CostlyFacility() {}

    static RunningServer started() throws DuplicateKeyException {
        Path directory = Path.of("target", "costly-" + System.nanoTime()).toAbsolutePath();
        RunningServer server = RunningServer.in(directory)
                .with("JAVA_OPTS", "-Xms256m -Xmx512m " + System.getProperty("costly.java", ""))
                .configured("""
                        rest_app: {url_prefix: api, api_version: '0.1'}
                        service:
                            proxies: ['127.0.0.1', '0:0:0:0:0:0:0:1']
                        """)
                .withAdministrator("demo", AttackedServer.PASSWORD)
                .withDocuments(CostlyFacility::fill);
        try (Users users = Users.open(directory.resolve("data/users.sqlite").toString(), Role.EDITOR)) {
            users.add("writer", AttackedServer.PASSWORD, Role.EDITOR);
            users.add("reader", AttackedServer.PASSWORD, Role.VIEWER);
        }
        return Files.exists(directory) ? server.start() : server;
    }

    /** Into a store that has its indexes, as one to which a service has written. */
    private static void fill(MongoStore store) throws DuplicateKeyException {
        Path own = Path.of("target", "costly-rules").toAbsolutePath();
        Reporting.over(store, Configuration.load(Map.of("EGCG_DATA_DIR", own.toString()), own));
        put(store, "projects", RUNS / 10, i -> new BsonDocument("project_id", text("P" + i)));
        put(store, "runs", RUNS, CostlyFacility::run);
        put(store, "samples", SAMPLES, CostlyFacility::sample);
        put(store, "run_elements", ELEMENTS, CostlyFacility::element);
    }

    private static BsonDocument run(int i) {
        BsonArray elements = new BsonArray(IntStream.range(i * 100, i * 100 + 100)
                .mapToObj(element -> text("element " + element))
                .toList());
        return new BsonDocument("run_id", text("R" + i)).append("run_elements", elements);
    }

    private static BsonDocument sample(int i) {
        BsonArray elements = new BsonArray(IntStream.range(i * 10, i * 10 + 10)
                .mapToObj(element -> text("element " + element))
                .toList());
        return new BsonDocument("sample_id", text("S" + i))
                .append("project_id", text("P" + i % (RUNS / 10)))
                .append("library_id", text("L" + i))
                .append("reviewed", text(i % 20 == 0 ? "not reviewed" : "pass"))
                .append("aggregated", new BsonDocument("clean_yield_in_gb", new BsonDouble(i * 7919L % 10_007 / 10.0)))
                .append("run_elements", elements);
    }

    private static BsonDocument element(int i) {
        BsonDocument element = new BsonDocument("run_element_id", text("element " + i))
                .append("run_id", text("R" + i / 100))
                .append("lane", new BsonInt64(i % 8 + 1))
                .append("barcode", text("ACGT" + i))
                .append("project_id", text("P" + i / 10 % (RUNS / 10)))
                .append("sample_id", text("S" + i / 10))
                .append("library_id", text("L" + i / 10))
                .append("useable", text("yes"))
                .append("reviewed", text("pass"));
        for (String count : List.of(
                "bases_r1",
                "bases_r2",
                "q30_bases_r1",
                "q30_bases_r2",
                "clean_bases_r1",
                "clean_bases_r2",
                "clean_q30_bases_r1",
                "clean_q30_bases_r2",
                "total_reads",
                "passing_filter_reads")) {
            element.append(count, new BsonInt64(1_000_000_000L + i * 7919L % 1_000_003));
        }
        return element;
    }

    private static BsonString text(String text) {
        return new BsonString(text);
    }

    private static void put(MongoStore store, String resource, int number, IntFunction<BsonDocument> document)
            throws DuplicateKeyException {
        for (int from = 0; from < number; from += BATCH) {
            store.insert(
                    resource,
                    IntStream.range(from, Math.min(number, from + BATCH))
                            .mapToObj(i -> stamped(document.apply(i), i))
                            .toList());
        }
    }

    private static BsonDocument stamped(BsonDocument document, int i) {
        BsonDateTime created = new BsonDateTime(CREATED + i * 1000L);
        return document.append("_created", created)
                .append("_updated", created)
                .append("_etag", text("%040x".formatted(i)));
    }
}
