package org.egcg.reporting.web.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.lims.request.WellRequest;
import org.egcg.reporting.lims.request.WellRequest.Report;
import org.egcg.reporting.query.Projection;
import org.egcg.reporting.query.ReadRequest;
import org.egcg.reporting.query.Where;
import org.egcg.reporting.web.route.Address;

/** Finds runs, samples, projects, libraries and plates by the beginning of their names. */
@ApplicationScoped
public class Finder {

    /** Something found: what it is, what it is called, where it is shown. */
    public record Found(String kind, String name, String also, String href) {}

    private record Place(String kind, String resource, String field, String shown, String prefix) {}

    private static final int MOST_OF_A_KIND = 8;
    private static final int LONGEST = 300;
    private static final List<Place> PLACES = List.of(
            new Place("Run", "runs", "run_id", "run_id", "/run/"),
            new Place("Project", "projects", "project_id", "project_id", "/projects/"),
            new Place("Sample", "samples", "sample_id", "sample_id", "/sample/"),
            new Place("Sample", "samples", "user_sample_id", "sample_id", "/sample/"),
            new Place("Library", "samples", "library_id", "sample_id", "/sample/"));

    @Inject
    private Records records;

    /** What begins with the text, exact names first. */
    public List<Found> find(String text) {
        String sought = text.strip();
        if (sought.isEmpty() || sought.length() > LONGEST) {
            return List.of();
        }
        Set<Found> found = new LinkedHashSet<>();
        PLACES.forEach(place -> found.addAll(find(place, sought)));
        List<Found> sorted = new ArrayList<>(found);
        sorted.sort(java.util.Comparator.comparing(
                thing -> !(thing.name().equalsIgnoreCase(sought) || thing.also().equalsIgnoreCase(sought))));
        return sorted;
    }

    private List<Found> find(Place place, String sought) {
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

    /** The plate of exactly this name; the LIMS alone knows plates. */
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
