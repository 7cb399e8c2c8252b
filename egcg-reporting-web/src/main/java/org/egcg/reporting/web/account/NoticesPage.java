package org.egcg.reporting.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.config.NoticeSettings;
import org.egcg.reporting.ejb.ReportingNotices;
import org.egcg.reporting.error.ReportingException;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.notice.NotSent;
import org.egcg.reporting.notice.NoticeKind;
import org.egcg.reporting.notice.NoticeMessage;
import org.egcg.reporting.notice.NoticeUrgency;
import org.egcg.reporting.notice.Received;
import org.egcg.reporting.security.Role;
import org.egcg.reporting.web.browser.Form;
import org.egcg.reporting.web.browser.PageRequest;
import org.egcg.reporting.web.browser.Submission;
import org.egcg.reporting.web.failure.Sentences;
import org.egcg.reporting.web.page.Link;
import org.egcg.reporting.web.page.Page;
import org.egcg.reporting.web.reading.Moments;

/** What a user is told, and where he chooses what that is. */
@Named("notices")
@RequestScoped
public class NoticesPage implements Page, Form {

    private static final String HERE = "/notices";
    private static final String UNREAD = "unread";
    private static final int SHOWN = 100;

    /** Kinds that are about the same things. */
    public record KindGroup(String title, List<NoticeKind> kinds) {}

    @Inject
    private PageRequest pageRequest;

    @Inject
    private ReportingNotices notices;

    @Inject
    private Reporting reporting;

    @Inject
    private Moments moments;

    private List<Received> all;
    private String message = "";
    private String away = "";
    private boolean failed;
    private NoticeMessage preview;
    private SubscriptionForm form = SubscriptionForm.empty();

    @Override
    public String title() {
        return "Notices";
    }

    @Override
    public List<Link> siblings() {
        if (!away().isEmpty()) {
            return List.of();
        }
        boolean unread = onlyUnread();
        return List.of(
                new Link("All", HERE, Long.toString(all().size()), !unread),
                new Link("Unread", HERE + "?show=" + UNREAD, Long.toString(unread()), unread));
    }

    private boolean onlyUnread() {
        return UNREAD.equals(pageRequest.query().parameters().get("show"));
    }

    /** The view of all is no wider one to be led to. */
    @Override
    public String wider() {
        return "";
    }

    private List<Received> all() {
        if (all == null) {
            all = answered(notices::all);
        }
        return all;
    }

    private <T> List<T> answered(Supplier<List<T>> question) {
        try {
            return question.get();
        } catch (Unavailable absent) {
            away = Sentences.away(absent.dependency());
            return List.of();
        }
    }

    /** What does not answer, so that nothing can be said; empty text if all does. */
    public String away() {
        all();
        return away;
    }

    /** How many are not read. */
    public long unread() {
        return all().stream().filter(Received::unread).count();
    }

    public List<NoticeRow> rows() {
        return all().stream()
                .filter(one -> one.unread() || !onlyUnread())
                .limit(SHOWN)
                .map(one -> NoticeRow.of(one, moments))
                .toList();
    }

    /** What the user's own subscriptions say. */
    public List<SubscriptionRow> own() {
        return answered(notices::subscriptions).stream()
                .map(SubscriptionRow::of)
                .toList();
    }

    /** What the facility's say; where notices go besides the pages is shown to administrators. */
    public List<SubscriptionRow> facilitys() {
        return answered(notices::facilitys).stream()
                .map(SubscriptionRow::of)
                .filter(row -> row.inPages() || pageRequest.admin())
                .toList();
    }

    public List<ReceiverRow> receivers() {
        return answered(notices::receivers).stream()
                .map(receiver -> ReceiverRow.of(receiver, moments))
                .toList();
    }

    /** The kinds that the user may be told of, by what they are about. */
    public List<KindGroup> kinds() {
        Map<String, List<NoticeKind>> groups = Arrays.stream(NoticeKind.values())
                .filter(kind -> pageRequest.user().role().includes(kind.readers()))
                .collect(Collectors.groupingBy(NoticesPage::about, LinkedHashMap::new, Collectors.toList()));
        return groups.entrySet().stream()
                .map(group -> new KindGroup(group.getKey(), group.getValue()))
                .toList();
    }

    private static String about(NoticeKind kind) {
        return switch (kind) {
            case RUN_FINISHED, RUN_ERRORED, RUN_ABORTED, LANE_FAILED, LANE_WAITING -> "Runs";
            case PIPELINE_FAILED, PIPELINE_SLOW -> "Pipelines";
            case SAMPLE_FAILED, SAMPLE_WAITING -> "Samples";
            case CONTROL_CHART -> "Instruments";
            case PROJECT_COMPLETE, PROJECT_LATE -> "Projects";
            case INCONSISTENCY, STORE_TROUBLE -> "Data";
        };
    }

    /** The urgencies, the least urgent first. */
    public List<NoticeUrgency> urgencies() {
        return List.of(NoticeUrgency.values());
    }

    private NoticeSettings settings() {
        return reporting.config().notices();
    }

    public boolean mails() {
        return settings().mail().isPresent();
    }

    /** The webhooks that an administrator can choose. */
    public List<String> webhooks() {
        return pageRequest.admin() ? List.copyOf(settings().webhooks().keySet()) : List.of();
    }

    /** Whether nothing leaves the pages as nothing is set up. */
    public boolean bare() {
        return !mails() && settings().webhooks().isEmpty();
    }

    public SubscriptionForm form() {
        return form;
    }

    public String message() {
        return message;
    }

    public boolean failed() {
        return failed;
    }

    /** What was asked to be shown before it is sent; null if nothing was. */
    public NoticeMessage preview() {
        return preview;
    }

    @Override
    public Optional<String> sent(Submission submission) {
        try {
            message = done(submission);
        } catch (ReportingException refused) {
            failed = true;
            message = "Nothing was changed: " + Sentences.whole(refused);
        } catch (NotSent notSent) {
            failed = true;
            message = "The test was not sent: " + notSent.getMessage() + ".";
        }
        return Optional.empty();
    }

    private String done(Submission submission) throws NotSent {
        return switch (submission.text("act")) {
            case "read" -> read(submission.text("id"));
            case "all" -> readAll();
            case "unsubscribe" -> unsubscribe(pageRequest.user().id(), submission.text("id"));
            case "revoke" -> unsubscribe("", submission.text("id"));
            case "subscribe" -> subscribe(submission);
            case "preview" -> show(submission);
            case "test" -> test(submission);
            default -> throw new Malformed("there is no such button");
        };
    }

    private String read(String id) {
        notices.markRead(id);
        return "";
    }

    private String readAll() {
        notices.markAllRead();
        return "All notices are marked as read.";
    }

    private String unsubscribe(String owner, String id) {
        notices.unsubscribe(owner, id);
        return "The subscription is removed.";
    }

    private SubscriptionForm filled(Submission submission) {
        form = SubscriptionForm.of(submission);
        if (form.facility()) {
            pageRequest.user().require(Role.ADMIN);
        }
        return form;
    }

    private String subscribe(Submission submission) {
        notices.subscribe(filled(submission).subscription(pageRequest.user().id()));
        form = SubscriptionForm.empty();
        return "The subscription is saved.";
    }

    private String show(Submission submission) {
        preview = notices.preview(
                filled(submission).subscription(pageRequest.user().id()));
        return "";
    }

    private String test(Submission submission) throws NotSent {
        notices.test(filled(submission).subscription(pageRequest.user().id()));
        return "The test was sent.";
    }
}
