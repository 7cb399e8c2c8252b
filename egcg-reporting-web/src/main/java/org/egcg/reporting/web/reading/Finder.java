package org.egcg.reporting.web.reading;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.egcg.reporting.ejb.CurrentUser;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.lims.request.WellRequest;
import org.egcg.reporting.lims.request.WellRequest.Report;
import org.egcg.reporting.query.Projection;
import org.egcg.reporting.query.ReadRequest;
import org.egcg.reporting.query.Where;
import org.egcg.reporting.web.route.Address;

/**
 * Finds runs, flow cells, projects, samples, libraries, plates and barcodes by any part of their names, and notes by any part
 * of their text, in any case. Names are kept in memory for a moment; what was posted since is found by the beginning of its
 * name.
 */
@ApplicationScoped
public class Finder {

    private record Place(String kind, String resource, String field, String shown, String prefix) {}

    private static final int MOST_OF_A_KIND = 8;
    private static final int LONGEST = 300;
    private static final Duration FRESH = Duration.ofSeconds(20);

    /** Notes that may be in no index yet. */
    private static final Duration YOUNG = Duration.ofMinutes(2);

    private static final List<Place> PLACES = List.of(
            new Place("Run", "runs", "run_id", "run_id", "/run/"),
            new Place("Project", "projects", "project_id", "project_id", "/projects/"),
            new Place("Sample", "samples", "sample_id", "sample_id", "/sample/"),
            new Place("Sample", "samples", "user_sample_id", "sample_id", "/sample/"),
            new Place("Library", "samples", "library_id", "sample_id", "/sample/"));

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private Records records;

    @Inject
    private NameReading names;

    @Inject
    private CurrentUser user;

    private StaleWhileRevalidate<NameIndex> index;

    @PostConstruct
    void prepare() {
        index = new StaleWhileRevalidate<>(executor, Finder::isFresh);
    }

    private static boolean isFresh(NameIndex known, Duration pause) {
        Duration longer = pause.compareTo(FRESH) > 0 ? pause : FRESH;
        return known.asOf().isAfter(Instant.now().minus(longer));
    }

    /** Has the names read for whoever will look for one first. */
    void ahead() {
        index.ahead(() -> user.asViewer(names::read));
    }

    /** Everything that has the text in its name: exact names first, then those that begin so; runs newest first. */
    public List<Found> find(String text) {
        String sought = text.strip();
        if (sought.isEmpty() || sought.length() > LONGEST) {
            return List.of();
        }
        Set<Found> found =
                new LinkedHashSet<>(index.current(user.carried(names::read)).containing(sought));
        PLACES.forEach(place -> found.addAll(beginning(place, sought)));
        found.addAll(new NameIndex()
                .with(NameReading.NOTE, names.notes(Instant.now().minus(YOUNG)))
                .containing(sought));
        List<Found> sorted = new ArrayList<>(found);
        sorted.replaceAll(thing -> thing.kind().equals(NameReading.NOTE) ? thing.around(sought) : thing);
        sorted.sort(Comparator.comparing(
                thing -> !(thing.name().equalsIgnoreCase(sought) || thing.also().equalsIgnoreCase(sought))));
        return sorted;
    }

    /** The first things of each kind, by kind. */
    public static Map<String, List<Found>> first(List<Found> all) {
        Map<String, List<Found>> kinds = new LinkedHashMap<>();
        all.forEach(thing ->
                kinds.computeIfAbsent(thing.kind(), kind -> new ArrayList<>()).add(thing));
        kinds.replaceAll((kind, things) -> things.subList(0, Math.min(MOST_OF_A_KIND, things.size())));
        return kinds;
    }

    private List<Found> beginning(Place place, String sought) {
        BsonDocument between = new BsonDocument("$gte", new BsonString(sought))
                .append("$lt", new BsonString(sought + Character.MAX_VALUE));
        ReadRequest request = ReadRequest.everything()
                .matching(new Where.Meets(place.field(), between))
                .showing(new Projection(
                        Optional.of(new LinkedHashSet<>(List.of(place.field(), place.shown()))), Set.of()));
        List<Found> found = new ArrayList<>();
        try (var documents = records.open(place.resource(), request)) {
            while (documents.hasNext() && found.size() < MOST_OF_A_KIND) {
                found.add(found(place, documents.next()));
            }
        }
        return found;
    }

    private static Found found(Place place, BsonDocument document) {
        String name = document.getString(place.shown()).getValue();
        String also = place.field().equals(place.shown())
                ? ""
                : document.getString(place.field()).getValue();
        return new Found(place.kind(), name, also, Address.of(place.prefix(), name));
    }

    /** The plate of exactly this name, of those that the LIMS alone knows. */
    public Optional<Found> plate(String name) {
        try {
            if (isPlateOf(Report.LIBRARY_INFO, name)) {
                return Optional.of(new Found("Library plate", name, "", Address.of("/library/", name)));
            }
            return isPlateOf(Report.GENOTYPING_INFO, name)
                    ? Optional.of(new Found("Genotyping plate", name, "", Address.of("/genotype/", name)))
                    : Optional.empty();
        } catch (Unavailable away) {
            return Optional.empty();
        }
    }

    private boolean isPlateOf(Report step, String name) {
        return records.limsDocuments(WellRequest.of(step).ofContainer(name))
                .findAny()
                .isPresent();
    }
}
