package org.egcg.reporting.web.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.egcg.reporting.ejb.ReportingActions;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.internal.json.Bson;
import org.egcg.reporting.review.Judgement;
import org.egcg.reporting.review.Requirements;
import org.egcg.reporting.review.Review;
import org.egcg.reporting.web.desk.DeskItem;
import org.egcg.reporting.web.desk.DeskItem.Measured;
import org.egcg.reporting.web.desk.DeskItem.Noted;
import org.egcg.reporting.web.desk.DeskItem.Place;
import org.egcg.reporting.web.desk.DeskKind;
import org.egcg.reporting.web.desk.Lacking;
import org.egcg.reporting.web.failure.Sentences;
import org.egcg.reporting.web.route.Address;

/** Reads one thing that is to be decided, with what lies beside it. */
@ApplicationScoped
public class DeskItems {

    private static final int LINKS = 8;

    @Inject
    private Records records;

    @Inject
    private PageSettings pages;

    @Inject
    private DeskNeighbours neighbours;

    @Inject
    private DeskDecisions decisions;

    @Inject
    private ReportingActions actions;

    @Inject
    private NotesShown notes;

    @Inject
    private DeskTrends trends;

    @Inject
    private LimsOrders orders;

    /** What is noted of the thing, and of the run or project that it is of. */
    private List<Noted> notes(DeskKind kind, String id, BsonDocument document) {
        boolean lane = kind == DeskKind.LANES;
        String of = Bson.text(document, lane ? "run_id" : "project_id");
        return Stream.concat(
                        notes.present(kind.resource(), id).stream().map(note -> noted(note, "")),
                        notes.present(lane ? "runs" : "projects", of).stream()
                                .map(note -> noted(note, (lane ? "run " : "project ") + of)))
                .toList();
    }

    private static Noted noted(NotesShown.Shown note, String about) {
        List<Place> text = note.pieces().stream()
                .map(piece ->
                        new Place(piece.text(), piece.href(), !piece.href().isEmpty()))
                .toList();
        return new Noted(note.author(), note.when(), about, text);
    }

    /** @return empty if there is none of this name */
    public Optional<DeskItem> read(DeskKind kind, String id) {
        return records.documents(kind.resource(), Criteria.equal(kind.field(), id)).stream()
                .findFirst()
                .map(document -> kind == DeskKind.LANES ? lane(id, document) : sample(id, document));
    }

    private DeskItem lane(String id, BsonDocument lane) {
        Review review = pages.reviews().lane(lane);
        String run = Bson.text(lane, "run_id");
        List<BsonDocument> elements = neighbours.elements(lane);
        List<Place> links = new ArrayList<>();
        links.add(new Place("Run report", Address.of("/run/", run), false));
        return item(
                DeskKind.LANES,
                id,
                lane,
                Said.of(review),
                List.of(neighbours.lanes(run, id), neighbours.elements("Run elements of the lane", elements, review)),
                links(links, elements, ""));
    }

    private DeskItem sample(String id, BsonDocument sample) {
        List<BsonDocument> elements = records.documents("run_elements", Criteria.equal("sample_id", id));
        List<Place> links = new ArrayList<>();
        links.add(new Place("Sample report", Address.of("/sample/", id), false));
        String project = Bson.text(sample, "project_id");
        if (!project.isEmpty()) {
            links.add(new Place("Project " + project, Address.of("/projects/", project), false));
        }
        List<DeskItem.Neighbours> beside = new ArrayList<>();
        beside.add(neighbours.elements("Its run elements", elements));
        neighbours.plate(sample).ifPresent(beside::add);
        return item(DeskKind.SAMPLES, id, sample, review(id, sample), beside, links(links, elements, id));
    }

    /**
     * What the rules say.
     *
     * @param rules what a review would record; empty text if nothing
     */
    private record Said(Review review, String rules, Lacking lacking) {
        static Said of(Review review) {
            return new Said(review, review.verdict().reviewed(), Lacking.NOTHING);
        }
    }

    /**
     * A sample of which nobody says what was ordered is compared with the other limits alone, and the rules say nothing. While
     * Clarity is away the LIMS' reports may know it, but then nothing can be decided.
     */
    private Said review(String id, BsonDocument sample) {
        Requirements said = Requirements.in(sample);
        try {
            Judgement judgement = actions.explain("samples", List.of(id)).get(0);
            return judgement.judged().isEmpty()
                    ? new Said(pages.reviews().sample(sample, said), "", Lacking.order(judgement.missing()))
                    : Said.of(judgement.judged().get(0).review());
        } catch (Unavailable without) {
            Requirements known = said.or(orders.of(List.of(sample)).getOrDefault(id, Requirements.UNKNOWN));
            return new Said(pages.reviews().sample(sample, known), "", Lacking.answer(id, away(without), known));
        }
    }

    private String away(Unavailable without) {
        boolean isNone = without.dependency().equals("clarity")
                && pages.config().clarity().isEmpty();
        return isNone ? "No Clarity is configured." : Sentences.away(without.dependency());
    }

    private DeskItem item(
            DeskKind kind,
            String id,
            BsonDocument document,
            Said said,
            List<DeskItem.Neighbours> beside,
            List<Place> links) {
        DeskDecisions.Standing standing = decisions.of(kind, id);
        List<Measured> measured = DeskValues.measured(
                said.review(),
                trends.of(Bson.text(document, "run_id"), said.review().findings()));
        return new DeskItem(
                kind,
                id,
                standing.version(),
                said.review().verdict(),
                said.rules(),
                said.lacking(),
                measured,
                DeskValues.metrics(document, pages.table(table(kind)), kind, measured, pages.zone()),
                beside,
                DeskValues.recorded(kind, document, pages.zone()),
                standing.earlier(),
                notes(kind, id, document),
                links);
    }

    private static String table(DeskKind kind) {
        return kind == DeskKind.LANES ? "lane_aggregation" : "samples";
    }

    /**
     * Reports of the sequences, which pipelines name by their addresses, and the LIMS.
     *
     * @param sample by which the LIMS finds it; empty text for none
     */
    private List<Place> links(List<Place> links, List<BsonDocument> elements, String sample) {
        elements.stream()
                .flatMap(element -> fastqc(element).stream())
                .limit(LINKS)
                .forEach(links::add);
        if (!pages.limsUrl().isEmpty() && !sample.isEmpty()) {
            links.add(new Place(
                    "LIMS", pages.limsUrl() + Address.of("/clarity/search?scope=Sample&query=", sample), true));
        }
        return List.copyOf(links);
    }

    private static List<Place> fastqc(BsonDocument element) {
        List<Place> reports = new ArrayList<>();
        for (String read : List.of("r1", "r2")) {
            String address = Bson.text(element, "fastqc_report_" + read);
            if (address.startsWith("https://") || address.startsWith("http://")) {
                reports.add(new Place("FastQC " + read + " " + Bson.text(element, "run_element_id"), address, true));
            }
        }
        return reports;
    }
}
