package org.egcg.reporting.web.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.bson.BsonDocument;
import org.egcg.reporting.ejb.ReportingNotes;
import org.egcg.reporting.query.Projection;
import org.egcg.reporting.query.ReadRequest;
import org.egcg.reporting.run.RunFacts;
import org.egcg.reporting.store.Documents;
import org.egcg.reporting.web.route.Address;
import org.egcg.reporting.web.table.TableQuery;

/** Reads the names of everything that can be found: five questions to the store. */
@ApplicationScoped
public class NameReading {

    /** The kind of notes. */
    static final String NOTE = "Note";

    @Inject
    private ReportingNotes notes;

    @Inject
    private Records records;

    @Inject
    private RunRecords runs;

    NameIndex read() {
        NameIndex index = new NameIndex();
        runs(index);
        List<Found> projects = new ArrayList<>();
        each(
                "projects",
                document -> add(projects, "Project", text(document, "project_id"), "", "/projects/"),
                "project_id");
        index.with("Project", projects);
        samples(index);
        barcodes(index);
        return index.with(NOTE, notes(Instant.EPOCH));
    }

    /** Notes that were written since a moment, each found by its text, the latest first. */
    List<Found> notes(Instant from) {
        List<Found> found = new ArrayList<>();
        notes.since(from).forEach(note -> found.add(new Found(NOTE, note.name(), note.text(), NotesShown.href(note))));
        Collections.reverse(found);
        return found;
    }

    private void runs(NameIndex index) {
        List<RunFacts> all = new ArrayList<>();
        each(
                "runs",
                run -> all.add(runs.facts(text(run, "run_id"), Optional.of(run), Optional.empty())),
                "run_id",
                "_created");
        all.sort(RunFacts.NEWEST_FIRST);
        List<Found> names = new ArrayList<>();
        List<Found> cells = new ArrayList<>();
        for (RunFacts run : all) {
            String name = run.id().text();
            add(names, "Run", name, "", "/run/");
            run.id().flowCell().ifPresent(cell -> add(cells, "Flow cell", name, cell, "/run/"));
        }
        index.with("Run", names).with("Flow cell", cells);
    }

    private void samples(NameIndex index) {
        List<Found> names = new ArrayList<>();
        List<Found> called = new ArrayList<>();
        List<Found> libraries = new ArrayList<>();
        Set<String> plates = new LinkedHashSet<>();
        each(
                "samples",
                sample -> {
                    String name = text(sample, "sample_id");
                    add(names, "Sample", name, "", "/sample/");
                    add(called, "Sample", name, text(sample, "user_sample_id"), "/sample/");
                    add(libraries, "Library", name, text(sample, "library_id"), "/sample/");
                    plates.add(text(sample, "plate_name"));
                },
                "sample_id",
                "user_sample_id",
                "library_id",
                "plate_name");
        called.removeIf(sample -> sample.also().isEmpty());
        libraries.removeIf(sample -> sample.also().isEmpty());
        plates.remove("");
        index.with("Sample", names)
                .with("Sample name", called)
                .with("Library", libraries)
                .with("Plate", plates.stream().map(NameReading::plate).toList());
    }

    private static Found plate(String name) {
        return new Found("Plate", name, "", "/samples/all" + new TableQuery(Map.of("q", name)).text());
    }

    /** A barcode leads to each of the runs that have it. */
    private void barcodes(NameIndex index) {
        Map<String, Map<String, Integer>> byBarcode = new TreeMap<>();
        each(
                "run_elements",
                element -> byBarcode
                        .computeIfAbsent(text(element, "barcode"), any -> new LinkedHashMap<>())
                        .merge(text(element, "run_id"), 1, Integer::sum),
                "barcode",
                "run_id");
        byBarcode.remove("");
        List<Found> found = new ArrayList<>();
        byBarcode.forEach(
                (barcode, inRuns) -> inRuns.keySet().forEach(run -> add(found, "Barcode", run, barcode, "/run/")));
        index.with("Barcode", found);
    }

    private static void add(List<Found> all, String kind, String name, String also, String prefix) {
        if (!name.isEmpty()) {
            all.add(new Found(kind, name, also, Address.of(prefix, name)));
        }
    }

    private void each(String resource, Consumer<BsonDocument> reader, String... fields) {
        ReadRequest request = ReadRequest.everything()
                .showing(new Projection(Optional.of(new LinkedHashSet<>(List.of(fields))), Set.of()));
        try (Documents documents = records.open(resource, request)) {
            while (documents.hasNext()) {
                reader.accept(documents.next());
            }
        }
    }

    private static String text(BsonDocument document, String field) {
        return document.isString(field) ? document.getString(field).getValue() : "";
    }
}
