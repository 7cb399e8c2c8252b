package org.egcg.reporting.client.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.egcg.reporting.client.Batch;
import org.egcg.reporting.client.BatchResult;
import org.egcg.reporting.client.Communicator;
import org.egcg.reporting.client.Query;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Changes to stored documents. */
@Command(
        name = "patch",
        description = "Changes the one document that fits, or all of them with --all.",
        mixinStandardHelpOptions = true)
final class PatchCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private Connection connection;

    @Mixin
    private QueryOptions selection;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "FILE",
            description = "A JSON object with the changes; - reads the standard input")
    private String file;

    @Option(
            names = "--set",
            paramLabel = "FIELD=VALUE",
            description = "A change, in place of a file or on top of it; JSON or text")
    private Map<String, String> set = new LinkedHashMap<>();

    @Option(
            names = "--extend",
            paramLabel = "FIELD",
            split = ",",
            description = "Lists that grow instead of being replaced")
    private List<String> extend = List.of();

    @Option(
            names = {"-a", "--all"},
            description = "All documents that fit, however many")
    private boolean all;

    @Option(
            names = "--parallel",
            paramLabel = "N",
            defaultValue = "4",
            description = "Documents under way at once (${DEFAULT-VALUE})")
    private int parallel;

    @Override
    public Integer call() {
        ObjectNode payload = payload();
        try (Communicator communicator = connection.open()) {
            Query query = all ? selection.query() : single(communicator);
            return query == null ? Failures.NOTHING : patch(communicator, payload, query);
        }
    }

    private ObjectNode payload() {
        ObjectNode changes = Input.document(set);
        if (file == null) {
            if (set.isEmpty()) {
                throw new IllegalArgumentException("Say what to change: a file, or --set FIELD=VALUE");
            }
            return changes;
        }
        List<JsonNode> documents = Input.documents(file);
        if (documents.size() != 1 || !documents.get(0).isObject()) {
            throw new IllegalArgumentException("%s must hold one JSON object".formatted(file));
        }
        return ((ObjectNode) documents.get(0)).setAll(changes);
    }

    /** The query if exactly one document fits; null if none does. */
    private Query single(Communicator communicator) {
        Query query = selection.query();
        int fitting = communicator
                .getDocuments(selection.endpoint(), query.pageSize(2).page(1))
                .size();
        if (fitting > 1) {
            throw new IllegalArgumentException("More than one document fits; narrow it down, or say --all");
        }
        return fitting == 0 ? null : query;
    }

    private int patch(Communicator communicator, ObjectNode payload, Query query) {
        Progress progress = new Progress(spec.commandLine().getErr(), "patched", -1);
        Batch batch = Batch.continuing()
                .parallel(parallel)
                .extending(extend.toArray(String[]::new))
                .progress(progress);
        BatchResult result = communicator.patchEntries(selection.endpoint(), payload, query, batch);
        progress.end();
        spec.commandLine().getOut().println(Progress.summary(result));
        boolean none = result.patched() == 0 && result.failures().isEmpty();
        return none ? Failures.NOTHING : Failures.of(result, spec.commandLine().getErr());
    }
}
