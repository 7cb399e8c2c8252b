package org.egcg.reporting.web.script;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.egcg.reporting.ejb.ReportingActions;
import org.egcg.reporting.error.ReportingException;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.error.ReportingException.NotFound;
import org.egcg.reporting.json.JsonLimits;
import org.egcg.reporting.json.JsonReader;
import org.egcg.reporting.review.ActionRequest;
import org.egcg.reporting.review.ActionRequest.RunReview;
import org.egcg.reporting.review.ActionRequest.SampleReview;
import org.egcg.reporting.review.Review;
import org.egcg.reporting.security.Role;
import org.egcg.reporting.security.User;
import org.egcg.reporting.web.browser.ScriptJson;
import org.egcg.reporting.web.reading.Criteria;
import org.egcg.reporting.web.reading.Records;
import org.egcg.reporting.web.reading.Snapshots;
import org.egcg.reporting.web.table.Kind;
import org.egcg.reporting.web.table.Verdicts;

/** Shows how an automatic review would come out, and performs it. */
@WebServlet("/ui/automatic")
public class AutomaticReviewServlet extends UserServlet {

    private static final long serialVersionUID = 1;
    private static final int MOST = 200;
    private static final JsonLimits OF_IDS = new JsonLimits(2, 10_000, bytes -> {});
    private static final List<String> KINDS = List.of("lanes", "runs", "samples");

    @Inject
    private transient Records records;

    @Inject
    private transient ReportingActions actions;

    @Inject
    private transient Snapshots snapshots;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String[] ids = request.getParameterValues("id");
        answer(response, () -> explained(kind(request), ids == null ? List.of() : Arrays.asList(ids)));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        User user = user(request);
        answer(response, () -> {
            user.require(Role.EDITOR);
            return performed(kind(request), ids(request));
        });
    }

    private interface Work {
        BsonArray reviews();
    }

    private static void answer(HttpServletResponse response, Work work) throws IOException {
        try {
            ScriptJson.json(response, HttpServletResponse.SC_OK, new BsonDocument("reviews", work.reviews()));
        } catch (ReportingException refused) {
            ScriptJson.refused(response, refused);
        }
    }

    private static String kind(HttpServletRequest request) {
        String kind = request.getParameter("kind");
        if (kind == null || !KINDS.contains(kind)) {
            throw new Malformed("kind: must be one of " + KINDS);
        }
        return kind;
    }

    private static List<String> ids(HttpServletRequest request) {
        BsonValue ids = JsonReader.read(
                Objects.toString(request.getParameter("ids"), "").getBytes(StandardCharsets.UTF_8), OF_IDS);
        if (!ids.isArray() || !ids.asArray().stream().allMatch(BsonValue::isString)) {
            throw new Malformed("ids: must be a list of names");
        }
        return ids.asArray().stream().map(id -> id.asString().getValue()).toList();
    }

    private BsonArray explained(String kind, List<String> ids) {
        checkNumber(ids);
        BsonArray reviews = new BsonArray();
        for (String id : ids) {
            try {
                actions.explain(kind, id).forEach(review -> reviews.add(shown(kind, review)));
            } catch (NotFound missing) {
                reviews.add(line(id, "", "–", missing.getMessage()));
            }
        }
        return reviews;
    }

    private static void checkNumber(List<String> ids) {
        if (ids.isEmpty() || ids.size() > MOST) {
            throw new Malformed("Select between 1 and " + MOST + " rows for an automatic review.");
        }
    }

    /** Reviews, and what came of it; a lane is reviewed with all of its run. */
    private BsonArray performed(String kind, List<String> ids) {
        BsonArray explained = explained(kind, ids);
        for (ActionRequest request : requests(kind, ids)) {
            actions.perform(request);
        }
        snapshots.changed();
        return explained;
    }

    private static List<ActionRequest> requests(String kind, List<String> ids) {
        List<ActionRequest> requests = new ArrayList<>();
        if (kind.equals("samples")) {
            ids.forEach(id -> requests.add(new SampleReview(Optional.of(id))));
        } else {
            ids.stream()
                    .map(id -> kind.equals("lanes") ? id.replaceFirst("_[^_]*$", "") : id)
                    .distinct()
                    .forEach(run -> requests.add(new RunReview(Optional.of(run))));
        }
        return requests;
    }

    private BsonDocument shown(String kind, Review review) {
        BsonDocument explanation = review.explanation();
        List<BsonDocument> metrics = explanation.getArray("metrics").stream()
                .map(BsonValue::asDocument)
                .toList();
        String missed = metrics.stream()
                .filter(metric -> !text(metric, "verdict").equals("pass"))
                .map(AutomaticReviewServlet::words)
                .collect(Collectors.joining("; "));
        String verdict = text(explanation, "reviewed");
        String within = metrics.size() + " of " + metrics.size() + " metrics within limits";
        String comment = verdict.equals("pass") ? within : text(explanation, "review_comments");
        return line(review.id(), before(kind, review.id()), verdict, missed.isEmpty() ? comment : missed);
    }

    private static String words(BsonDocument metric) {
        return text(metric, "name") + " " + text(metric, "value") + ", must be " + text(metric, "comparison") + " "
                + text(metric, "threshold");
    }

    private static String text(BsonDocument found, String key) {
        BsonValue value = found.get(key);
        return value.isString()
                ? value.asString().getValue()
                : value.isNumber() ? Kind.FLOAT.text(value.asNumber().doubleValue()) : "missing";
    }

    /** What the last review said. */
    private String before(String kind, String id) {
        if (kind.equals("samples")) {
            return records.documents("samples", Criteria.equal("sample_id", id)).stream()
                    .findFirst()
                    .filter(sample -> sample.isString("reviewed"))
                    .map(sample -> sample.getString("reviewed").getValue())
                    .orElse("");
        }
        return records.documents("lanes", Criteria.equal("lane_id", id)).stream()
                .findFirst()
                .filter(lane -> lane.isDocument("aggregated"))
                .map(lane -> lane.getDocument("aggregated").get("review_statuses"))
                .filter(statuses -> statuses != null && statuses.isArray())
                .map(statuses -> statuses.asArray().stream()
                        .filter(BsonValue::isString)
                        .map(status -> status.asString().getValue())
                        .collect(Collectors.joining(", ")))
                .orElse("");
    }

    private static BsonDocument line(String id, String before, String verdict, String why) {
        return new BsonDocument("id", new BsonString(id))
                .append("before", new BsonString(before))
                .append("beforeStyle", new BsonString(Verdicts.style(before)))
                .append("verdict", new BsonString(verdict))
                .append("style", new BsonString(Verdicts.style(verdict)))
                .append("why", new BsonString(why));
    }
}
