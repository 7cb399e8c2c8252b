package org.egcg.reporting.client.folder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.egcg.reporting.client.Communicator;
import org.egcg.reporting.client.RestTransportException;

/**
 * Brings what run folders say into the service. The same folder twice changes nothing; one that has grown changes what has
 * grown. When the service refuses a document, what the import had stored of the run before is taken back. When no answer
 * comes, it stays, and the same import goes on from there. For any number of threads, one for each run.
 */
public final class Importer {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Documents per request; larger ones do not make it faster. */
    private static final int CHUNK = 500;

    private final ImportTarget target;
    private final IntConsumer progress;

    private Importer(ImportTarget target, IntConsumer progress) {
        this.target = target;
        this.progress = progress;
    }

    /** An importer into the service that a communicator speaks to. */
    public static Importer into(Communicator reporting) {
        return into(new ServiceTarget(reporting));
    }

    /** An importer into documents of the caller's. */
    public static Importer into(ImportTarget target) {
        return new Importer(target, done -> {});
    }

    /** The same, told after each request how many documents it has stored or changed. */
    public Importer progress(IntConsumer told) {
        return new Importer(target, told);
    }

    /**
     * What an import of the run would do; reads only.
     *
     * @throws FolderException if the service says something else of whose a document is
     */
    public ImportPlan plan(RunFolder run) {
        List<ImportStep> steps = new ArrayList<>();
        RunFolder.resources().forEach((resource, idField) -> steps.add(step(run, resource, idField)));
        return new ImportPlan(run.runId(), steps);
    }

    private ImportStep step(RunFolder run, String resource, String idField) {
        Map<String, byte[]> wanted = new LinkedHashMap<>();
        run.documents(resource)
                .forEach(document -> wanted.put(document.path(idField).asText(), bytes(document)));
        List<ImportStep.Patch> patches = new ArrayList<>();
        int before = wanted.size();
        target.each(run.runId(), resource, idField, wanted.keySet(), found -> {
            String id = found.path(idField).asText();
            byte[] own = wanted.remove(id);
            if (own != null) {
                PendingChange difference = new PendingChange(run, resource, id);
                difference.between(object(own), found).ifPresent(patches::add);
            }
        });
        return new ImportStep(
                resource, idField, List.copyOf(wanted.values()), patches, before - wanted.size() - patches.size());
    }

    private static byte[] bytes(ObjectNode document) {
        try {
            return MAPPER.writeValueAsBytes(document);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree can be written", impossible);
        }
    }

    private static JsonNode object(byte[] json) {
        try {
            return MAPPER.readTree(json);
        } catch (IOException impossible) {
            throw new IllegalStateException("what was written can be read", impossible);
        }
    }

    /** Does what a plan says. */
    public ImportResult carryOut(ImportPlan plan) {
        Undo undo = new Undo(target);
        try {
            for (ImportStep step : plan.steps()) {
                post(step, undo);
                patch(step, undo);
            }
        } catch (RestTransportException noAnswer) {
            throw noAnswer;
        } catch (RuntimeException refused) {
            undo.all();
            throw refused;
        }
        return new ImportResult(
                plan.runId(),
                plan.steps().stream().mapToInt(step -> step.posts().size()).sum(),
                plan.steps().stream().mapToInt(step -> step.patches().size()).sum(),
                plan.steps().stream().mapToInt(ImportStep::same).sum());
    }

    private void post(ImportStep step, Undo undo) {
        for (int from = 0; from < step.posts().size(); from += CHUNK) {
            List<byte[]> chunk = step.posts()
                    .subList(from, Math.min(from + CHUNK, step.posts().size()));
            List<JsonNode> documents = chunk.stream().map(Importer::object).toList();
            target.post(step.resource(), documents);
            documents.forEach(stored -> undo.posted(
                    step.resource(), step.idField(), stored.path(step.idField()).asText()));
            progress.accept(documents.size());
        }
    }

    private void patch(ImportStep step, Undo undo) {
        for (ImportStep.Patch patch : step.patches()) {
            target.patch(step.resource(), patch.changes(), step.idField(), patch.id());
            undo.patched(step.resource(), step.idField(), patch);
            progress.accept(1);
        }
    }
}
