package org.egcg.reporting.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.egcg.reporting.delivery.Delivery;
import org.egcg.reporting.delivery.Readiness;
import org.egcg.reporting.delivery.SignedDelivery;
import org.egcg.reporting.ejb.ReportingActions;
import org.egcg.reporting.error.ReportingException;
import org.egcg.reporting.error.ReportingException.NotFound;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.internal.json.Bson;
import org.egcg.reporting.review.ActionRequest.SignOff;
import org.egcg.reporting.review.Thresholds;
import org.egcg.reporting.web.browser.Form;
import org.egcg.reporting.web.browser.PageRequest;
import org.egcg.reporting.web.browser.Submission;
import org.egcg.reporting.web.delivery.DeliveryReport;
import org.egcg.reporting.web.delivery.LocalMinute;
import org.egcg.reporting.web.failure.Sentences;
import org.egcg.reporting.web.reading.PageSettings;
import org.egcg.reporting.web.route.Address;
import org.egcg.reporting.web.table.TableQuery;

/** What of a project is ready to be delivered; where it is signed for, and what was signed before. */
@Named("delivery")
@RequestScoped
public class DeliveryPage implements Page, Form {

    private static final String VERSION = "version ";

    /** Names the action of the signed report that is shown. */
    private static final String SIGNED = "signed";

    @Inject
    private PageRequest pageRequest;

    @Inject
    private ReportingActions actions;

    @Inject
    private PageSettings pages;

    private boolean read;
    private Optional<Delivery> now = Optional.empty();
    private Optional<SignedDelivery> shown = Optional.empty();
    private List<SignedDelivery> before = List.of();
    private String failure = "";
    private String missing = "";
    private String refusal = "";
    private String comment = "";

    /** One that was signed. */
    public record Signature(String href, String file, String id, String by, String when, int samples, String comment) {}

    private String project() {
        return pageRequest.parameter();
    }

    @Override
    public String title() {
        return "Delivery of " + project();
    }

    @Override
    public String menu() {
        return "Projects";
    }

    @Override
    public List<Link> crumbs() {
        Link here = Link.end("Delivery");
        Link project = asked().isEmpty() && !notFound().isEmpty()
                ? Link.end(project())
                : Link.to(project(), Address.of("/projects/", project()));
        return shown().isEmpty()
                ? List.of(Link.to("Projects", "/projects/"), project, here)
                : List.of(
                        Link.to("Projects", "/projects/"),
                        project,
                        Link.to("Delivery", pageRequest.path()),
                        Link.end("Signed"));
    }

    /** What is said in the head if there is nothing to show. */
    public String missingTitle() {
        return asked().isEmpty() ? "No such project: " + project() : title();
    }

    private String asked() {
        return pageRequest.query().parameters().getOrDefault(SIGNED, "");
    }

    private void read() {
        if (read) {
            return;
        }
        read = true;
        try {
            if (!asked().isEmpty()) {
                shown = Optional.of(actions.signed(asked()))
                        .filter(one -> one.delivery().project().equals(project()));
            }
            before = actions.signatures(project());
            now = Optional.of(actions.delivery(project()));
        } catch (NotFound nothing) {
            missing = asked().isEmpty()
                    ? "Neither the pipelines nor the LIMS know a project " + project() + "."
                    : Sentences.whole(nothing);
        } catch (Unavailable away) {
            failure = Sentences.away(away.dependency());
        }
    }

    private Optional<SignedDelivery> shown() {
        read();
        return shown;
    }

    /** A sentence if nothing could be read; else empty text. */
    public String failure() {
        read();
        return failure;
    }

    @Override
    public String notFound() {
        read();
        return shown.isEmpty() ? missing : "";
    }

    /** Whether what is shown was signed. */
    public boolean signed() {
        return shown().isPresent();
    }

    /** The report that is shown, signed or as it would be now. */
    public Optional<DeliveryReport> report() {
        Thresholds limits = pages.reviews().thresholds();
        return shown().map(one -> DeliveryReport.of(one, pages.facility(), limits))
                .or(() -> now.map(one -> DeliveryReport.of(one, limits)));
    }

    @Override
    public List<Fact> facts() {
        return report().stream()
                .flatMap(report -> report.head().stream())
                .filter(named -> !named.name().startsWith("Samples "))
                .map(named -> Fact.of(
                        named.value().startsWith(VERSION) ? named.name() + " " + VERSION.strip() : named.name(),
                        shortened(named.value())))
                .toList();
    }

    /** Samples that stand alike, and the table that has them. */
    public record Part(int count, String words, String style, String href) {}

    /** How many samples are ready and how many are not; none that are none. */
    public List<Part> parts() {
        Optional<Delivery> delivery = shown().map(SignedDelivery::delivery).or(() -> now);
        return delivery.stream()
                .flatMap(one -> Stream.of(
                        part(one, Readiness.READY, "pass", "#h-ready"),
                        part(one, Readiness.LACKING, "warn", "#h-lacking"),
                        part(one, Readiness.LEFT_OUT, "idle", "#h-left")))
                .filter(part -> part.count() > 0)
                .toList();
    }

    private static Part part(Delivery delivery, Readiness readiness, String style, String href) {
        return new Part(delivery.of(readiness).size(), readiness.words(), style, href);
    }

    /** Of the version of the limits as much as tells it from others; the file has all of it. */
    private static String shortened(String value) {
        return value.replaceFirst("^" + VERSION + "([0-9a-f]{12})[0-9a-f]*$", "$1");
    }

    /** Where the report that is shown is as a file; empty text of one that is not signed. */
    public String file() {
        return shown().map(one -> file(one.id())).orElse("");
    }

    private static String file(String action) {
        return "/ui/delivery" + new TableQuery(Map.of("action", action)).text();
    }

    /** What was looked at when it is signed. */
    public String version() {
        read();
        return now.map(Delivery::version).orElse("");
    }

    /** How many samples are ready. */
    public int ready() {
        read();
        return now.map(delivery -> delivery.of(Readiness.READY).size()).orElse(0);
    }

    private int behind() {
        return now.map(delivery -> delivery.of(Readiness.LACKING).size()).orElse(0);
    }

    /** Whether the signature needs a comment. */
    public boolean lacking() {
        return behind() > 0;
    }

    /** What is signed for, and what is not, in a sentence. */
    public String signing() {
        String signed = ready() == 1 ? "The sample that is ready is" : "The " + ready() + " samples that are ready are";
        String left =
                behind() == 1 ? "the one that is not ready stays" : "the " + behind() + " that are not ready stay";
        return signed + " signed for" + (lacking() ? "; " + left + " behind." : ".");
    }

    /** Who has signed the samples as they are now; empty text if that is not so. */
    public String signedAlready() {
        return before.stream()
                .filter(one -> one.delivery().version().equals(version()))
                .findFirst()
                .map(DeliveryReport::signature)
                .orElse("");
    }

    /** What was signed of the project, the latest first. */
    public List<Signature> signatures() {
        read();
        return before.stream()
                .map(one -> new Signature(
                        pageRequest.path() + new TableQuery(Map.of(SIGNED, one.id())).text(),
                        file(one.id()),
                        one.id(),
                        one.by(),
                        LocalMinute.of(one.date()),
                        one.delivery().of(Readiness.READY).size(),
                        one.comment()))
                .toList();
    }

    /** Why nothing was signed; else empty text. */
    public String refusal() {
        return refusal;
    }

    /** What was entered and not signed. */
    public String comment() {
        return comment;
    }

    @Override
    public Optional<String> sent(Submission submission) {
        comment = submission.stripped("comment");
        try {
            String version = submission.text("version");
            SignOff request = new SignOff(project(), version, comment);
            String id = Bson.text(actions.perform(request).data(), "action_id");
            return Optional.of(pageRequest.path() + new TableQuery(Map.of(SIGNED, id)).text());
        } catch (ReportingException refused) {
            refusal = "Nothing was signed: " + Sentences.whole(refused);
            return Optional.empty();
        }
    }
}
