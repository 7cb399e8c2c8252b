package org.egcg.reporting.web.script;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
import org.egcg.reporting.json.JsonLimits;
import org.egcg.reporting.json.JsonReader;
import org.egcg.reporting.review.Comparison;
import org.egcg.reporting.review.Finding;
import org.egcg.reporting.review.Judged;
import org.egcg.reporting.review.Judgement;
import org.egcg.reporting.review.Review;
import org.egcg.reporting.review.Standing;
import org.egcg.reporting.review.Verdict;
import org.egcg.reporting.security.Role;
import org.egcg.reporting.security.User;
import org.egcg.reporting.web.browser.ScriptJson;
import org.egcg.reporting.web.reading.Snapshots;
import org.egcg.reporting.web.table.Quantity;
import org.egcg.reporting.web.table.Verdicts;

/** Shows how an automatic review would come out, and performs it. */
@WebServlet("/ui/automatic")
public class AutomaticReviewServlet extends UserServlet {

    private static final long serialVersionUID = 1;
    private static final int MOST = 200;
    private static final JsonLimits OF_IDS = new JsonLimits(2, 10_000, bytes -> {});
    private static final List<String> KINDS = List.of("lanes", "runs", "samples");

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
        return shown(kind, actions.explain(kind, ids));
    }

    private static BsonArray shown(String kind, List<Judgement> judgements) {
        BsonArray reviews = new BsonArray();
        for (Judgement judgement : judgements) {
            if (judgement.judged().isEmpty()) {
                reviews.add(of(judgement, line(judgement.id(), "", "–", judgement.missing())));
            }
            judgement.judged().forEach(judged -> reviews.add(of(judgement, shown(kind, judged))));
        }
        return reviews;
    }

    /** A line knows what was asked for: a run has a line per lane. */
    private static BsonDocument of(Judgement judgement, BsonDocument line) {
        return line.append("of", new BsonString(judgement.id()));
    }

    private static void checkNumber(List<String> ids) {
        if (ids.isEmpty() || ids.size() > MOST) {
            throw new Malformed("Select between 1 and " + MOST + " rows for an automatic review.");
        }
    }

    /** Reviews, and what came of it; a lane is reviewed with all of its run. */
    private BsonArray performed(String kind, List<String> ids) {
        checkNumber(ids);
        String reviewed = kind.equals("lanes") ? "runs" : kind;
        List<Judgement> judgements = actions.explain(reviewed, kind.equals("lanes") ? runs(ids) : ids);
        actions.perform(reviewed, judgements);
        snapshots.changed();
        return shown(kind, kind.equals("lanes") ? lanes(ids, judgements) : judgements);
    }

    private static List<String> runs(List<String> lanes) {
        return lanes.stream()
                .map(lane -> lane.replaceFirst("_[^_]*$", ""))
                .distinct()
                .toList();
    }

    /** What was said of lanes that were judged with their runs. */
    private static List<Judgement> lanes(List<String> ids, List<Judgement> runs) {
        Map<String, List<Judged>> lanes = runs.stream()
                .flatMap(run -> run.judged().stream())
                .collect(Collectors.groupingBy(lane -> lane.review().id()));
        return ids.stream()
                .map(id -> new Judgement(
                        id,
                        lanes.getOrDefault(id, List.of()),
                        lanes.containsKey(id) ? "" : "No data found for lane id " + id + "."))
                .toList();
    }

    private static BsonDocument shown(String kind, Judged judged) {
        Review review = judged.review();
        Verdict verdict = review.verdict();
        String why = review.findings().stream()
                .filter(finding -> verdict.reasons().stream().anyMatch(reason -> reason.endsWith(finding.reason())))
                .map(AutomaticReviewServlet::words)
                .collect(Collectors.joining("; "));
        return line(
                review.id(),
                before(kind, judged.document()),
                verdict.word(),
                why.isEmpty() ? withoutFindings(review) : why);
    }

    /** What is said where no single finding is the reason; nothing of what has no data, as its verdict says all there is. */
    private static String withoutFindings(Review review) {
        Verdict verdict = review.verdict();
        if (verdict instanceof Verdict.NoData) {
            return "";
        }
        return verdict.reasons().isEmpty()
                ? count(review, Standing.PASS) + " of " + count(review, Standing.PASS, Standing.WARN, Standing.FAIL)
                        + " metrics within limits"
                : String.join(", ", verdict.said());
    }

    private static long count(Review review, Standing... standings) {
        return review.findings().stream()
                .filter(finding -> List.of(standings).contains(finding.standing()))
                .count();
    }

    private static String words(Finding finding) {
        String name = finding.threshold().title();
        if (finding.standing() == Standing.NO_VALUE) {
            return name + (finding.value().isNumber() ? " has a value that cannot be" : " has no value");
        }
        boolean least = finding.threshold().comparison() == Comparison.AT_LEAST;
        String unit = finding.threshold().unit();
        return name + " " + Quantity.measured(finding) + ", must be "
                + Quantity.bound(finding.bound().asNumber().doubleValue(), unit)
                + (least ? " or more" : " or less")
                + (finding.standing() == Standing.WARN ? " (warning)" : "");
    }

    /** What the last review said. */
    private static String before(String kind, BsonDocument document) {
        if (kind.equals("samples")) {
            return document.isString("reviewed")
                    ? document.getString("reviewed").getValue()
                    : "";
        }
        return Optional.of(document)
                .filter(lane -> lane.isDocument("aggregated"))
                .map(lane -> lane.getDocument("aggregated").get("review_statuses"))
                .filter(statuses -> statuses.isArray())
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
