package org.egcg.reporting.client.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.egcg.reporting.client.Batch;
import org.egcg.reporting.client.BatchResult;
import org.egcg.reporting.client.Communicator;
import org.egcg.reporting.client.RestResponse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Documents into the store. */
@Command(
        name = "post",
        description = "Stores documents: one JSON object, an array, or one object after the other.",
        mixinStandardHelpOptions = true)
final class PostCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private Connection connection;

    @Parameters(index = "0", paramLabel = "ENDPOINT", description = "Such as run_elements or actions")
    private String endpoint;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "FILE",
            defaultValue = "-",
            description = "- (as without) reads the standard input")
    private String file;

    @Option(
            names = "--field",
            paramLabel = "NAME=TEXT",
            description = "Send a form of these fields in place of a file, as actions want it")
    private Map<String, String> fields = new LinkedHashMap<>();

    @Option(names = "--id-field", paramLabel = "FIELD", description = "Patch the documents whose id is known already")
    private String idField;

    @Option(
            names = "--extend",
            paramLabel = "FIELD",
            split = ",",
            description = "Lists that grow when patched, instead of being replaced")
    private List<String> extend = List.of();

    @Option(
            names = "--chunk",
            paramLabel = "N",
            defaultValue = "100",
            description = "Documents per request (${DEFAULT-VALUE})")
    private int chunk;

    @Option(
            names = "--key",
            paramLabel = "TEXT",
            description = "Idempotency key of a single document: sent twice, it is stored once")
    private String key;

    @Override
    public Integer call() {
        try (Communicator communicator = connection.open()) {
            if (!fields.isEmpty()) {
                return print(communicator.postForm(endpoint, fields));
            }
            List<JsonNode> documents = Input.documents(file);
            return documents.size() == 1 && idField == null
                    ? one(communicator, documents.get(0))
                    : many(communicator, documents);
        }
    }

    private int one(Communicator communicator, JsonNode document) {
        return print(
                key == null
                        ? communicator.postEntry(endpoint, document)
                        : communicator.postEntry(endpoint, document, key));
    }

    private int print(RestResponse response) {
        spec.commandLine().getOut().println(response.body());
        return 0;
    }

    private int many(Communicator communicator, List<JsonNode> documents) {
        Progress progress = new Progress(spec.commandLine().getErr(), "stored", documents.size());
        Batch batch = Batch.continuing()
                .chunk(idField == null ? chunk : Math.min(chunk, 50))
                .extending(extend.toArray(String[]::new))
                .progress(progress);
        BatchResult result = idField == null
                ? communicator.postEntries(endpoint, documents, batch)
                : communicator.postOrPatch(endpoint, documents, idField, batch);
        progress.end();
        spec.commandLine().getOut().println(Progress.summary(result));
        return Failures.of(result, spec.commandLine().getErr());
    }
}
