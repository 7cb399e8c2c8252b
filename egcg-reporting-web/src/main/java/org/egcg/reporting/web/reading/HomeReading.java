package org.egcg.reporting.web.reading;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.control.ControlSnapshot;
import org.egcg.reporting.ejb.CurrentUser;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.internal.json.Bson;
import org.egcg.reporting.lims.SampleCourse;
import org.egcg.reporting.lims.request.LimsRequest;
import org.egcg.reporting.lims.request.RunRequest;
import org.egcg.reporting.lims.request.Scope;
import org.egcg.reporting.query.Projection;
import org.egcg.reporting.query.ReadRequest;
import org.egcg.reporting.query.Where;
import org.egcg.reporting.review.Review;
import org.egcg.reporting.run.RunFacts;
import org.egcg.reporting.sample.SampleKinds;
import org.egcg.reporting.web.failure.Sentences;
import org.egcg.reporting.web.home.FacilitySnapshot;
import org.egcg.reporting.web.home.Overview;
import org.egcg.reporting.web.table.Rows;

/**
 * Asks store and LIMS what the main page needs: eleven questions to the one and four to the other, however much they
 * hold. What comes of it is kept for a moment and shared by all visitors.
 */
@ApplicationScoped
public class HomeReading {

    private static final System.Logger LOG = System.getLogger(HomeReading.class.getName());

    private static final Duration FRESH = Duration.ofSeconds(3);
    private static final int YEAR = 365;
    private static final int HALF_A_YEAR = 182;
    private static final int MONTH = 30;
    private static final int NEWEST = 8;
    private static final String PROCESS = "aggregated.most_recent_proc.";

    @Inject
    private Records records;

    @Inject
    private PageSettings pages;

    @Inject
    private RunRecords runRecords;

    @Inject
    private SampleRecords sampleRecords;

    @Inject
    private Reporting reporting;

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private CurrentUser user;

    @Inject
    private Freshness freshness;

    @Inject
    private ControlReading control;

    private StaleWhileRevalidate<Overview> overview;
    private volatile Told told;

    @PostConstruct
    void prepare() {
        overview = new StaleWhileRevalidate<>(executor, this::isFresh);
    }

    private boolean isFresh(Overview known, Duration pause) {
        Duration longer = pause.compareTo(FRESH) > 0 ? pause : FRESH;
        return known.missing().isEmpty() && freshness.isFresh(known.asOf(), longer);
    }

    /** What needs attention. */
    public Overview overview() {
        return overview.current(user.carried(() -> Overview.of(read())), known -> freshness.isUsable(known.asOf()));
    }

    /** What the main page says now, in short. It is worked out once for all pages that ask while nothing is read anew. */
    public HomeState state() {
        Basis basis = new Basis(overview(), charts(), pages.now().toLocalDate());
        Told known = told;
        if (known == null || !known.basis().isThatOf(basis)) {
            known = new Told(basis, HomeState.of(basis.overview(), basis.standings(), basis.today()));
            told = known;
        }
        return known.state();
    }

    /** What the main page is made of. */
    private record Basis(Overview overview, Optional<ControlSnapshot> charts, LocalDate today) {

        /** What is read is shared: the same object as long as nothing was read anew. */
        @SuppressWarnings("ReferenceEquality")
        boolean isThatOf(Basis other) {
            return overview == other.overview
                    && charts.orElse(null) == other.charts.orElse(null)
                    && today.equals(other.today);
        }

        List<HomeState.Standing> standings() {
            return charts.stream()
                    .flatMap(all -> all.instruments().stream())
                    .map(each -> new HomeState.Standing(each.instrument(), each.state()))
                    .toList();
        }
    }

    private record Told(Basis basis, HomeState state) {}

    private Optional<ControlSnapshot> charts() {
        try {
            return Optional.of(control.charts());
        } catch (Unavailable away) {
            return Optional.empty();
        }
    }

    /** One attempt at each of the two; one that does not answer is asked nothing more. */
    private final class Attempt {
        private final Set<String> missing = new LinkedHashSet<>();

        <T> List<T> ask(String dependency, Supplier<List<T>> question) {
            String sentence = Sentences.away(dependency);
            if (missing.contains(sentence)) {
                return List.of();
            }
            try {
                return question.get();
            } catch (Unavailable away) {
                LOG.log(System.Logger.Level.WARNING, "main page: {0}", away.getMessage());
                missing.add(sentence);
                return List.of();
            }
        }

        /** Each is looked at many times. */
        List<BsonDocument> stored(String resource, Where where, String... fields) {
            return ask("store", () -> records.open(resource, request(where, fields)).list().stream()
                    .map(Rows::decoded)
                    .toList());
        }

        List<BsonDocument> lims(LimsRequest request) {
            return ask("lims", () -> records.limsDocuments(request).toList());
        }

        List<SampleCourse> courses(Scope scope) {
            return ask("lims", () -> records.courses(scope));
        }
    }

    private static ReadRequest request(Where where, String... fields) {
        return ReadRequest.everything()
                .matching(where)
                .showing(new Projection(Optional.of(new LinkedHashSet<>(Arrays.asList(fields))), Set.of()));
    }

    private FacilitySnapshot read() {
        Attempt attempt = new Attempt();
        Instant begun = Instant.now();
        LocalDateTime local = pages.now();
        List<BsonDocument> processes = processes(attempt);
        List<BsonDocument> runs = runs(attempt);
        List<BsonDocument> lanes = lanes(attempt, runs);
        List<SampleCourse> samples = new ArrayList<>(attempt.courses(Scope.open()));
        Set<String> open = samples.stream()
                .flatMap(sample -> sample.project().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        samples.addAll(attempt.courses(
                Scope.of(Scope.State.CLOSED).receivedAfter(local.minusDays(YEAR).toLocalDate())));
        return new FacilitySnapshot(
                processes,
                stages(attempt, processes),
                toReview(attempt),
                waiting(attempt),
                undelivered(attempt),
                runs,
                lanes,
                reviews(lanes),
                samples,
                open,
                withData(attempt, samples),
                limsRuns(attempt, local, runs),
                reporting.runIds(),
                List.copyOf(attempt.missing),
                begun,
                local);
    }

    private static LocalDateTime ago(int days) {
        return LocalDateTime.now(ZoneOffset.UTC).minusDays(days);
    }

    private static List<BsonDocument> processes(Attempt attempt) {
        Where where =
                new Where.Any(List.of(Criteria.since("_created", ago(YEAR)), Criteria.equal("status", "processing")));
        return attempt.stored(
                "analysis_driver_procs",
                where,
                "_created",
                "proc_id",
                "dataset_type",
                "dataset_name",
                "status",
                "start_date",
                "end_date",
                "pipeline_used.name");
    }

    private static List<BsonDocument> stages(Attempt attempt, List<BsonDocument> processes) {
        List<String> ids = Overview.processesOfInterest(processes);
        return ids.isEmpty()
                ? List.of()
                : attempt.stored(
                        "analysis_driver_stages",
                        Criteria.in("analysis_driver_proc", ids),
                        "analysis_driver_proc",
                        "stage_name",
                        "date_started",
                        "date_finished",
                        "exit_status");
    }

    private List<BsonDocument> toReview(Attempt attempt) {
        List<BsonDocument> samples = attempt.stored(
                "samples",
                SampleView.TO_REVIEW.where(),
                "_created",
                "sample_id",
                "project_id",
                "reviewed",
                SampleKinds.FIELD,
                PROCESS + "start_date",
                PROCESS + "end_date");
        return samples.stream()
                .filter(sample -> !sampleRecords.isControl(sample))
                .toList();
    }

    private static List<BsonDocument> waiting(Attempt attempt) {
        return attempt.stored(
                "samples",
                new Where.All(List.of(SampleView.NOT_PROCESSING.where(), Criteria.equal("useable", "not marked"))),
                "_created",
                "sample_id",
                "project_id",
                "required_yield",
                "aggregated.clean_yield_in_gb");
    }

    private static List<BsonDocument> undelivered(Attempt attempt) {
        Where where = new Where.All(List.of(
                Criteria.equal("useable", "yes"),
                Criteria.equal("delivered", "no"),
                Criteria.since("useable_date", ago(HALF_A_YEAR))));
        return attempt.stored("samples", where, "sample_id", "project_id", "useable_date");
    }

    private List<BsonDocument> runs(Attempt attempt) {
        String[] fields = {
            "_created",
            "run_id",
            "aggregated.pc_q30",
            "aggregated.useable_statuses",
            PROCESS + "status",
            PROCESS + "start_date",
            PROCESS + "end_date"
        };
        Where open = new Where.Any(List.of(
                Criteria.equal("aggregated.useable_statuses", "not marked"),
                new Where.Meets("aggregated.useable_statuses", new BsonDocument("$size", new BsonInt32(0)))));
        Where undecided = new Where.All(List.of(Criteria.equal(PROCESS + "status", "finished"), open));
        Map<String, BsonDocument> runs = new LinkedHashMap<>();
        Stream.concat(
                        attempt.stored("runs", undecided, fields).stream(),
                        attempt.stored("runs", Criteria.in("run_id", newest(attempt)), fields).stream())
                .forEach(run -> runs.put(Bson.text(run, "run_id"), run));
        return List.copyOf(runs.values());
    }

    /** The names of the runs that were started last. Names say when, so that all of them are looked at. */
    private List<String> newest(Attempt attempt) {
        return attempt.stored("runs", Where.everything(), "run_id", "_created").stream()
                .map(run -> runRecords.facts(Bson.text(run, "run_id"), Optional.of(run), Optional.empty()))
                .sorted(RunFacts.NEWEST_FIRST)
                .limit(NEWEST)
                .map(run -> run.id().text())
                .toList();
    }

    /** The runs of the last weeks, and those that are looked at besides, whenever the LIMS opened them. */
    private List<BsonDocument> limsRuns(Attempt attempt, LocalDateTime local, List<BsonDocument> runs) {
        List<BsonDocument> known = new ArrayList<>(attempt.lims(
                RunRequest.everything().openedAfter(local.minusDays(MONTH).toLocalDate())));
        Set<String> earlier = texts(runs, "run_id");
        earlier.removeAll(texts(known, "run_id"));
        known.addAll(
                attempt.ask("lims", () -> List.copyOf(runRecords.limsOf(earlier).values())));
        return known;
    }

    private List<BsonDocument> lanes(Attempt attempt, List<BsonDocument> runs) {
        Where where = Criteria.in("run_id", List.copyOf(texts(runs, "run_id")));
        return attempt.ask("store", () -> records.documents("lanes", where, "lane_number", ""));
    }

    private Map<String, Review> reviews(List<BsonDocument> lanes) {
        return lanes.stream()
                .map(pages.reviews()::lane)
                .collect(Collectors.toMap(Review::id, Function.identity(), (one, other) -> one));
    }

    /** The samples that the LIMS has sequenced, of which the store has data. */
    private static Set<String> withData(Attempt attempt, List<SampleCourse> samples) {
        List<String> sequenced = samples.stream()
                .filter(sample -> sample.status().equals("bioinformatics"))
                .map(SampleCourse::sample)
                .toList();
        Where where =
                new Where.All(List.of(Criteria.in("sample_id", sequenced), Criteria.exists("aggregated.run_ids")));
        return sequenced.isEmpty() ? Set.of() : texts(attempt.stored("samples", where, "sample_id"), "sample_id");
    }

    private static Set<String> texts(List<BsonDocument> documents, String field) {
        Set<String> texts = new TreeSet<>();
        documents.forEach(document -> texts.add(Bson.text(document, field)));
        texts.remove("");
        return texts;
    }
}
