package org.egcg.reporting.web.reading;

import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.internal.json.Bson;
import org.egcg.reporting.lims.request.Scope;
import org.egcg.reporting.lims.request.StatusRequest;
import org.egcg.reporting.web.date.Dates;
import org.egcg.reporting.web.failure.Sentences;
import org.egcg.reporting.web.route.Address;

/**
 * What a sample went through in the laboratory.
 *
 * @param status the one that it is in
 * @param failure a sentence if the LIMS does not answer; else empty text
 * @param limsHref the sample's page in the LIMS; empty text if it is not configured where the LIMS is
 */
public record History(String status, List<Stay> stays, String limsHref, String failure) {

    /** A time in one status. */
    public record Stay(String name, String date, List<Step> steps) {}

    /**
     * A step of the laboratory.
     *
     * @param badge a word if it is not complete; else empty text
     * @param href its page in the LIMS; empty text if it is not configured where the LIMS is
     */
    public record Step(String name, String date, String badge, String href) {}

    public static History of(Records records, String sample, String limsUrl) {
        StatusRequest asked =
                StatusRequest.samples(Scope.all().ofSample(sample)).inDetail();
        String href = limsUrl.isEmpty() ? "" : limsUrl + Address.of("/clarity/search?scope=Sample&query=", sample);
        try {
            BsonDocument document = records.limsDocuments(asked).findFirst().orElse(new BsonDocument());
            return new History(
                    Wording.plain(Bson.written(document, "current_status")), stays(document, limsUrl), href, "");
        } catch (Unavailable away) {
            return new History("", List.of(), href, Sentences.away("lims"));
        }
    }

    private static List<Stay> stays(BsonDocument sample, String limsUrl) {
        List<Stay> stays = new ArrayList<>();
        for (BsonDocument stay : Bson.documents(sample, "statuses")) {
            List<Step> steps = Bson.documents(stay, "processes").stream()
                    .map(step -> step(step, limsUrl))
                    .toList();
            stays.add(new Stay(
                    Wording.plain(Bson.written(stay, "name")), Dates.limsDay(Bson.written(stay, "date")), steps));
        }
        return List.copyOf(stays);
    }

    /** A step, with the page of Clarity that shows one of its kind. */
    static Step step(BsonDocument step, String limsUrl) {
        String type = Bson.written(step, "type");
        String page = type.equals("complete") ? "work-complete" : type.equals("progress") ? "work-details" : "queue";
        String badge = type.equals("complete") ? "" : type.equals("progress") ? "In Progress" : "Queued";
        String href = limsUrl.isEmpty()
                ? ""
                : limsUrl + Address.of("/clarity/" + page + "/", Bson.written(step, "process_id"));
        return new Step(Bson.written(step, "name"), Dates.limsDay(Bson.written(step, "date")), badge, href);
    }
}
