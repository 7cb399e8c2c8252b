package org.egcg.reporting.web.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.BsonDocument;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.lims.request.RunRequest;
import org.egcg.reporting.query.Projection;
import org.egcg.reporting.query.ReadRequest;
import org.egcg.reporting.query.Where;
import org.egcg.reporting.resource.KeptDocuments;
import org.egcg.reporting.run.RunFacts;
import org.egcg.reporting.store.Documents;
import org.egcg.reporting.web.failure.Sentences;
import org.egcg.reporting.web.reading.Records.Source;
import org.egcg.reporting.web.table.Layout;
import org.egcg.reporting.web.table.Mark;
import org.egcg.reporting.web.table.Rows;

/** Runs as pipelines and LIMS know them together, each with its date and its state. */
@ApplicationScoped
public class RunRecords {

    /** Under this name a row of a run has what {@link RunFacts#document} says. */
    public static final String FACTS = "run";

    private static final String RUNS = "runs";
    private static final int AT_ONCE = 500;
    private static final Set<String> ALWAYS =
            Set.of("run_id", "_created", "aggregated.most_recent_proc.status", "aggregated.useable_statuses");

    @Inject
    private Records records;

    @Inject
    private PageSettings pages;

    @Inject
    private Reporting reporting;

    @Inject
    private Layouts layouts;

    /** All runs, by the fields that are kept of them. */
    private final Map<Set<String>, KeptDocuments<BsonDocument>> kept = new ConcurrentHashMap<>();

    /** The runs of a period. */
    public Listed list(Period period) {
        Layout layout = layouts.of(RUNS, "run_id").reviewing("sample_ids").marking(Mark.Rule.FILTERING);
        return new Listed("/runs/" + period.word(), () -> since(period.since(pages.now()), layout));
    }

    /** The runs that were started since a moment; all runs if there is none. */
    public Rows since(Optional<LocalDateTime> since, Layout layout) {
        Instant begun = Instant.now();
        List<String> missing = new ArrayList<>();
        Map<String, BsonDocument> stored =
                asked(missing, () -> since.isPresent() ? stored(created(since), layout) : all(layout));
        Map<String, BsonDocument> lims = asked(missing, () -> lims(opened(since)));
        if (missing.size() > 1) {
            throw new Unavailable("store and lims", "neither store nor lims answers", null);
        }
        if (missing.isEmpty() && since.isPresent()) {
            lims.putAll(limsOf(without(stored.keySet(), lims.keySet())));
            stored.putAll(storedOf(without(lims.keySet(), stored.keySet()), layout));
        }
        Map<String, RunFacts> facts = facts(stored, lims);
        since.ifPresent(moment -> facts.values().removeIf(run -> isBefore(run, moment.toLocalDate())));
        return merged(layout, facts, List.of(stored, lims), missing, begun);
    }

    /** Parts of runs, such as run elements, each with what the name of its run says. */
    public Source parts(String resource, Where where, Layout layout) {
        Set<String> fields = new LinkedHashSet<>(layout.projection().keySet());
        fields.removeIf(field -> field.startsWith(FACTS + "."));
        fields.addAll(Set.of("run_id", "_created"));
        ReadRequest request = request(where, fields);
        return new Source("store", () -> read(resource, request).iterator());
    }

    private List<BsonDocument> read(String resource, ReadRequest request) {
        List<BsonDocument> parts = new ArrayList<>();
        try (Documents documents = records.open(resource, request)) {
            while (documents.hasNext()) {
                BsonDocument part = Rows.decoded(documents.next());
                String run = part.isString("run_id") ? part.getString("run_id").getValue() : "";
                parts.add(described(part, facts(run, Optional.of(part), Optional.empty())));
            }
        }
        return parts;
    }

    private interface Question {
        Map<String, BsonDocument> ask();
    }

    private static Map<String, BsonDocument> asked(List<String> missing, Question question) {
        try {
            return question.ask();
        } catch (Unavailable away) {
            missing.add(Sentences.without(away.dependency()));
            return new LinkedHashMap<>();
        }
    }

    private Where created(Optional<LocalDateTime> since) {
        return since.map(date -> Criteria.since("_created", pages.utc(date))).orElse(Where.everything());
    }

    private static RunRequest opened(Optional<LocalDateTime> since) {
        return since.map(date -> RunRequest.everything().openedAfter(date.toLocalDate()))
                .orElse(RunRequest.everything());
    }

    private static boolean isBefore(RunFacts run, LocalDate day) {
        return run.date().filter(date -> date.isBefore(day)).isPresent();
    }

    private static List<String> without(Set<String> all, Set<String> known) {
        return all.stream().filter(id -> !known.contains(id)).toList();
    }

    /** All runs, of which those are read that were written since last time. */
    private Map<String, BsonDocument> all(Layout layout) {
        Set<String> fields = fields(layout);
        Map<String, BsonDocument> found = new LinkedHashMap<>();
        kept.computeIfAbsent(
                        fields,
                        any -> new KeptDocuments<>(
                                reporting.changes(), RUNS, run -> Optional.of(Rows.decoded(run)), Clock.systemUTC()))
                .now(ids -> records.open(RUNS, request(Criteria.among(Where.everything(), ids), fields)))
                .values()
                .forEach(run -> found.put(run.getString("run_id").getValue(), run));
        return found;
    }

    private Map<String, BsonDocument> stored(Where where, Layout layout) {
        return stored(where, fields(layout));
    }

    private static Set<String> fields(Layout layout) {
        Set<String> fields = new LinkedHashSet<>(ALWAYS);
        layout.projection().keySet().stream()
                .filter(field -> !field.startsWith(FACTS + ".") && !isCovered(field))
                .forEach(fields::add);
        return fields;
    }

    private static boolean isCovered(String field) {
        return ALWAYS.stream().anyMatch(always -> field.startsWith(always + "."));
    }

    private Map<String, BsonDocument> stored(Where where, Set<String> fields) {
        Map<String, BsonDocument> found = new LinkedHashMap<>();
        try (Documents documents = records.open(RUNS, request(where, fields))) {
            while (documents.hasNext()) {
                BsonDocument run = Rows.decoded(documents.next());
                found.put(run.getString("run_id").getValue(), run);
            }
        }
        return found;
    }

    private static ReadRequest request(Where where, Set<String> fields) {
        return ReadRequest.everything().matching(where).showing(new Projection(Optional.of(widest(fields)), Set.of()));
    }

    /** Leaves out what lies below another field, which MongoDB refuses to be told twice. */
    private static Set<String> widest(Set<String> fields) {
        Set<String> widest = new LinkedHashSet<>(fields);
        widest.removeIf(field -> fields.stream().anyMatch(other -> field.startsWith(other + ".")));
        return widest;
    }

    private Map<String, BsonDocument> storedOf(List<String> ids, Layout layout) {
        Map<String, BsonDocument> found = new LinkedHashMap<>();
        parts(ids).forEach(part -> found.putAll(stored(Criteria.in("run_id", part), layout)));
        return found;
    }

    private Map<String, BsonDocument> lims(RunRequest request) {
        Map<String, BsonDocument> found = new LinkedHashMap<>();
        records.limsDocuments(request)
                .filter(run -> run.isString("run_id"))
                .forEach(run -> found.put(run.getString("run_id").getValue(), run));
        return found;
    }

    /** What the LIMS says of some runs, whenever it opened them. */
    public Map<String, BsonDocument> limsOf(Collection<String> ids) {
        Map<String, BsonDocument> found = new LinkedHashMap<>();
        parts(List.copyOf(ids)).forEach(part -> found.putAll(lims(ofRuns(part))));
        return found;
    }

    private static RunRequest ofRuns(List<String> ids) {
        return new RunRequest(ids, RunRequest.State.ALL, Optional.empty(), true);
    }

    private static List<List<String>> parts(List<String> ids) {
        List<List<String>> parts = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            parts.add(ids.subList(from, Math.min(ids.size(), from + AT_ONCE)));
        }
        return parts;
    }

    /** What is known of a run. */
    public RunFacts facts(String id, Optional<BsonDocument> stored, Optional<BsonDocument> lims) {
        return RunFacts.of(reporting.runIds().read(id), stored, lims, pages.zone());
    }

    private Map<String, RunFacts> facts(Map<String, BsonDocument> stored, Map<String, BsonDocument> lims) {
        Set<String> ids = new LinkedHashSet<>(stored.keySet());
        ids.addAll(lims.keySet());
        Map<String, RunFacts> facts = new LinkedHashMap<>();
        ids.forEach(
                id -> facts.put(id, facts(id, Optional.ofNullable(stored.get(id)), Optional.ofNullable(lims.get(id)))));
        return facts;
    }

    private Rows merged(
            Layout layout,
            Map<String, RunFacts> facts,
            List<Map<String, BsonDocument>> sources,
            List<String> missing,
            Instant begun) {
        Rows.Merge merge = new Rows.Merge(layout, true);
        sources.forEach(source -> merge.add(source.entrySet().stream()
                .filter(run -> facts.containsKey(run.getKey()))
                .map(run -> described(run.getValue(), facts.get(run.getKey())))
                .iterator()));
        missing.forEach(merge::missing);
        return merge.rows(begun);
    }

    /** What a document of a run, or of a part of one, says, with what is known of the run. */
    public BsonDocument described(BsonDocument document, RunFacts facts) {
        BsonDocument described = new BsonDocument();
        described.putAll(document);
        return described.append(FACTS, facts.document(pages::instrumentModel));
    }
}
