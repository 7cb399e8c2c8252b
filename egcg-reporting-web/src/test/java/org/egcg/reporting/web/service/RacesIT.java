package org.egcg.reporting.web.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.BsonDocument;
import org.egcg.reporting.json.JsonReader;
import org.egcg.reporting.schema.Schemas;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two writers at the same moment: one wins, the other is told. */
class RacesIT {

    private static final int RACES = 500;

    private static Service service;
    private static ExecutorService writers;

    @BeforeAll
    static void start() {
        service = RunningService.get().service();
        service.empty(Schemas.packaged().names());
        writers = Executors.newFixedThreadPool(2);
    }

    @AfterAll
    static void stop() {
        writers.shutdownNow();
    }

    @Test
    void ofTwoChangesWithOneEtagExactlyOneIsMade() throws Exception {
        service.answer(service.request("POST", "/genomes", "{\"assembly_name\": \"contended\"}"));
        for (int race = 0; race < RACES; race++) {
            BsonDocument genome = genome();
            String target = "/genomes/" + genome.getString("_id").getValue();
            String etag = genome.getString("_etag").getValue();
            List<Integer> statuses = together(
                    () -> patch(target, etag, "{\"comments\": \"left\"}"),
                    () -> patch(target, etag, "{\"snpEff\": \"right\"}"));
            assertThat(statuses).as("race %s", race).containsExactlyInAnyOrder(200, 412);
        }
    }

    private static BsonDocument genome() {
        String list = service.answer(service.request("GET", "/genomes", "")).body();
        return JsonReader.read(list).asDocument().getArray("data").get(0).asDocument();
    }

    private static int patch(String target, String etag, String changes) {
        return service.answer(service.request("PATCH", target, changes).header("If-Match", etag))
                .statusCode();
    }

    @Test
    void ofTwoNewDocumentsWithOneIdExactlyOneIsStored() throws Exception {
        for (int race = 0; race < RACES; race++) {
            String species = "{\"name\": \"Species " + race + "\"}";
            List<Integer> statuses = together(() -> post(species), () -> post(species));
            assertThat(statuses).as("race %s", race).containsExactlyInAnyOrder(201, 422);
        }
        String list = service.answer(service.request("GET", "/species", "")).body();
        assertThat(JsonReader.read(list)
                        .asDocument()
                        .getDocument("_meta")
                        .getNumber("total")
                        .intValue())
                .isEqualTo(RACES);
    }

    private static int post(String species) {
        return service.answer(service.request("POST", "/species", species)).statusCode();
    }

    private static List<Integer> together(Callable<Integer> one, Callable<Integer> other)
            throws InterruptedException, ExecutionException {
        CyclicBarrier start = new CyclicBarrier(2);
        Future<Integer> first = writers.submit(() -> {
            start.await();
            return one.call();
        });
        Future<Integer> second = writers.submit(() -> {
            start.await();
            return other.call();
        });
        return List.of(first.get(), second.get());
    }
}
