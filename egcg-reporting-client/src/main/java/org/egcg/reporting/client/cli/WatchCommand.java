package org.egcg.reporting.client.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.egcg.reporting.client.Communicator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Documents as they come and change. */
@Command(
        name = "watch",
        description = "Prints each document that fits, one per line, and again whenever it has changed.",
        mixinStandardHelpOptions = true)
final class WatchCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private Connection connection;

    @Mixin
    private QueryOptions selection;

    @Option(
            names = "--interval",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "How often to look (${DEFAULT-VALUE})")
    private double interval;

    @Option(
            names = "--until",
            paramLabel = "FIELD=VALUE",
            description =
                    "End when all documents that fit, at least one, have this value; a dotted field reaches into objects")
    private Map<String, String> until = new LinkedHashMap<>();

    @Option(
            names = "--for",
            paramLabel = "SECONDS",
            description = "End with exit code 6 when this much time has passed")
    private Double limit;

    private final Map<String, Integer> seen = new HashMap<>();

    @Override
    public Integer call() throws InterruptedException {
        long start = System.nanoTime();
        try (Communicator communicator = connection.open()) {
            while (true) {
                if (look(communicator)) {
                    return 0;
                }
                Duration passed = Duration.ofNanos(System.nanoTime() - start);
                if (limit != null && passed.plus(seconds(interval)).compareTo(seconds(limit)) > 0) {
                    return Failures.TOO_LATE;
                }
                Thread.sleep(seconds(interval).toMillis());
            }
        }
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }

    /** One look; whether what was waited for has come. */
    private boolean look(Communicator communicator) {
        int fitting = 0;
        boolean reached = !until.isEmpty();
        try (Stream<JsonNode> documents = communicator.streamDocuments(selection.endpoint(), selection.query())) {
            for (JsonNode document : (Iterable<JsonNode>) documents::iterator) {
                fitting++;
                reached &= reached(document);
                print(document);
            }
        }
        spec.commandLine().getOut().flush();
        return reached && fitting > 0;
    }

    private void print(JsonNode document) {
        PrintWriter out = spec.commandLine().getOut();
        Integer before = seen.put(document.path("_id").asText(), document.hashCode());
        if (before == null || before != document.hashCode()) {
            out.println(document);
        }
    }

    private boolean reached(JsonNode document) {
        return until.entrySet().stream()
                .allMatch(wanted -> document.at("/" + wanted.getKey().replace('.', '/'))
                        .asText()
                        .equals(wanted.getValue()));
    }
}
