package org.egcg.reporting.web.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.egcg.reporting.internal.json.Bson;
import org.egcg.reporting.query.Where;
import org.egcg.reporting.review.Requirements;
import org.egcg.reporting.review.Review;
import org.egcg.reporting.web.desk.DeskItem.Neighbour;
import org.egcg.reporting.web.desk.DeskItem.Neighbours;
import org.egcg.reporting.web.route.Address;

/** Reads what lies beside a lane or a sample: the other lanes of the run, its run elements, the plate. */
@ApplicationScoped
public class DeskNeighbours {

    private static final int SHOWN = 96;

    @Inject
    private Records records;

    @Inject
    private PageSettings pages;

    /** All lanes of a run. */
    Neighbours lanes(String run, String here) {
        return new Neighbours(
                "Lanes of the run",
                records.documents("lanes", Criteria.equal("run_id", run), "lane_number", "").stream()
                        .map(lane -> lane(lane, here))
                        .toList());
    }

    private Neighbour lane(BsonDocument lane, String here) {
        String run = Bson.text(lane, "run_id");
        String number = String.valueOf((long) Bson.number(lane, "lane_number").orElse(0));
        return neighbour(
                "Lane " + number,
                Address.of("/run/", run) + "?demultiplexing=" + number + "#t-demultiplexing" + number,
                pages.reviews().lane(lane),
                String.join(", ", Bson.texts(lane, "aggregated.useable_statuses")),
                Bson.text(lane, "lane_id").equals(here));
    }

    /** The run elements of a lane, those of unknown barcodes left out. */
    List<BsonDocument> elements(BsonDocument lane) {
        BsonValue number = lane.get("lane_number", new BsonString(""));
        Where ofLane = new Where.All(
                List.of(Criteria.equal("run_id", Bson.text(lane, "run_id")), new Where.Equal("lane", number)));
        return records.documents("run_elements", ofLane, "run_element_id", "").stream()
                .filter(element -> !Bson.text(element, "barcode").equals("unknown"))
                .toList();
    }

    Neighbours elements(String heading, List<BsonDocument> elements, Review lane) {
        return new Neighbours(
                heading,
                elements.stream()
                        .limit(SHOWN)
                        .map(element -> element(element, Bson.text(element, "sample_id"), Optional.of(lane)))
                        .toList());
    }

    /** Run elements of several lanes. */
    Neighbours elements(String heading, List<BsonDocument> elements) {
        List<String> runs = elements.stream()
                .map(element -> Bson.text(element, "run_id"))
                .distinct()
                .toList();
        List<BsonDocument> lanes = runs.isEmpty() ? List.of() : records.documents("lanes", Criteria.in("run_id", runs));
        return new Neighbours(
                heading,
                elements.stream()
                        .limit(SHOWN)
                        .map(element -> element(
                                element,
                                Bson.text(element, "run_element_id"),
                                LaneShare.lane(
                                                lanes.stream()
                                                        .filter(lane -> Bson.text(lane, "run_id")
                                                                .equals(Bson.text(element, "run_id")))
                                                        .toList(),
                                                element)
                                        .map(pages.reviews()::lane)))
                        .toList());
    }

    private Neighbour element(BsonDocument element, String label, Optional<Review> lane) {
        return neighbour(
                label,
                Address.of("/run/", Bson.text(element, "run_id")),
                pages.reviews().runElement(element, lane),
                Bson.text(element, "useable"),
                false);
    }

    /** The samples of the plate that a sample says it was on; empty if it says nothing. */
    Optional<Neighbours> plate(BsonDocument sample) {
        String plate = Bson.text(sample, "plate_name");
        return plate.isEmpty()
                ? Optional.empty()
                : Optional.of(new Neighbours(
                        "Plate " + plate,
                        records.documents("samples", Criteria.equal("plate_name", plate), "sample_id", "").stream()
                                .limit(SHOWN)
                                .map(other -> sample(other, Bson.text(sample, "sample_id")))
                                .toList()));
    }

    private Neighbour sample(BsonDocument sample, String here) {
        String id = Bson.text(sample, "sample_id");
        return neighbour(
                id,
                Address.of("/sample/", id),
                pages.reviews().sample(sample, Requirements.in(sample)),
                Bson.text(sample, "useable"),
                id.equals(here));
    }

    private static Neighbour neighbour(String label, String href, Review review, String recorded, boolean here) {
        return new Neighbour(
                label,
                href,
                review.verdict().word(),
                String.join(", ", review.verdict().said()),
                recorded,
                here);
    }
}
