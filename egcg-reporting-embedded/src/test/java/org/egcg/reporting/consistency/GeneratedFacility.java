package org.egcg.reporting.consistency;

import java.lang.reflect.Proxy;
import java.util.Iterator;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.egcg.reporting.store.DocumentStore;
import org.egcg.reporting.store.Documents;
import org.egcg.reporting.store.Find;

/**
 * A facility of any size that is never in memory: its store makes each document when it is read, as the driver hands it
 * over. Runs have 8 lanes and 100 run elements; a sample has 4. Every thousandth run element is in a lane that is not
 * stored, and every thousandth, others, has more reads that pass than there are.
 */
record GeneratedFacility(long elements) {

    private static final int OF_RUN = 100;
    private static final int OF_SAMPLE = 4;
    private static final int OF_PROJECT = 400;
    private static final int LANES = 8;
    private static final int FAULTY = 1_000;
    private static final BsonDocumentCodec CODEC = new BsonDocumentCodec();

    DocumentStore store() {
        return (DocumentStore) Proxy.newProxyInstance(
                DocumentStore.class.getClassLoader(),
                new Class<?>[] {DocumentStore.class},
                (proxy, method, arguments) -> {
                    if (!method.getName().equals("find")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    return found((Find) arguments[0]);
                });
    }

    /** What the LIMS knows: every sample. */
    LimsSamples lims() {
        Set<String> all = LongStream.range(0, elements / OF_SAMPLE)
                .mapToObj(GeneratedFacility::sample)
                .collect(Collectors.toSet());
        return new LimsSamples(all, Set.of());
    }

    private Documents found(Find asked) {
        return switch (asked.collection()) {
            case "runs" -> documents(elements / OF_RUN, number -> text("run_id", run(number)));
            case "lanes" ->
                documents(elements / OF_RUN * LANES, number -> text("lane_id", "lane" + number)
                        .append("run_id", new BsonString(run(number / LANES)))
                        .append("lane_number", new BsonInt64(number % LANES + 1)));
            case "samples" ->
                documents(elements / OF_SAMPLE, number -> text("sample_id", sample(number))
                        .append("project_id", new BsonString(project(number * OF_SAMPLE))));
            case "projects" ->
                documents(
                        (elements + OF_PROJECT - 1) / OF_PROJECT,
                        number -> text("project_id", project(number * OF_PROJECT)));
            case "run_elements" -> documents(elements, GeneratedFacility::element);
            default -> documents(0, number -> new BsonDocument());
        };
    }

    private static BsonDocument element(long number) {
        boolean isAstray = number % FAULTY == 0;
        boolean isImpossible = number % FAULTY == FAULTY / 2;
        return text("run_element_id", run(number / OF_RUN) + "_" + number)
                .append("run_id", new BsonString(run(number / OF_RUN)))
                .append("lane", new BsonInt64(isAstray ? LANES + 1 : number % LANES + 1))
                .append("barcode", new BsonString("B" + number % OF_RUN))
                .append("sample_id", new BsonString(sample(number / OF_SAMPLE)))
                .append("project_id", new BsonString(project(number)))
                .append("total_reads", new BsonInt64(isImpossible ? 10 : 400_000_000))
                .append("passing_filter_reads", new BsonInt64(300_000_000))
                .append("bases_r1", new BsonInt64(45_000_000_000L))
                .append("q30_bases_r1", new BsonInt64(40_000_000_000L));
    }

    private static BsonDocument text(String field, String value) {
        return new BsonDocument(field, new BsonString(value));
    }

    private static String run(long number) {
        return "%d_A00718_%04d_AH%05dDSX5".formatted(240_101 + number % 28, number % 10_000, number);
    }

    private static String sample(long number) {
        return "SA%07d".formatted(number);
    }

    private static String project(long element) {
        return "PR%05d".formatted(element / OF_PROJECT);
    }

    private static Documents documents(long count, LongFunction<BsonDocument> each) {
        Iterator<BsonDocument> all = LongStream.range(0, count)
                .mapToObj(number -> (BsonDocument) new RawBsonDocument(each.apply(number), CODEC))
                .iterator();
        return new Documents() {
            @Override
            public boolean hasNext() {
                return all.hasNext();
            }

            @Override
            public BsonDocument next() {
                return all.next();
            }

            @Override
            public void close() {
                // there is nothing to give back
            }
        };
    }
}
