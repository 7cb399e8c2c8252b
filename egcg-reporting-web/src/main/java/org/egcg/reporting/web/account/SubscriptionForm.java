package org.egcg.reporting.web.account;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.notice.Channel;
import org.egcg.reporting.notice.NoticeKind;
import org.egcg.reporting.notice.NoticeUrgency;
import org.egcg.reporting.notice.Subscription;
import org.egcg.reporting.web.browser.Submission;

/**
 * What the form of subscriptions says.
 *
 * @param how {@code page}, {@code mail}, or the name of a webhook behind {@code webhook/}
 * @param facility whether it is to be the facility's, as one by webhook always is
 */
public record SubscriptionForm(
        Set<NoticeKind> kinds,
        String project,
        String instrument,
        NoticeUrgency least,
        String how,
        String address,
        boolean daily,
        boolean facility) {

    private static final String WEBHOOK = "webhook/";

    public SubscriptionForm {
        kinds = Set.copyOf(kinds);
    }

    static SubscriptionForm empty() {
        return new SubscriptionForm(Set.of(), "", "", NoticeUrgency.SOON, Channel.PAGE.word(), "", false, false);
    }

    static SubscriptionForm of(Submission submission) {
        Set<NoticeKind> kinds = EnumSet.noneOf(NoticeKind.class);
        String[] chosen = Optional.ofNullable(submission.request().getParameterValues("kind"))
                .orElseGet(() -> new String[0]);
        Arrays.stream(chosen)
                .forEach(word -> kinds.add(
                        NoticeKind.named(word).orElseThrow(() -> new Malformed("there is no such kind of notice"))));
        NoticeUrgency least = Arrays.stream(NoticeUrgency.values())
                .filter(urgency -> urgency.word().equals(submission.text("least")))
                .findFirst()
                .orElseThrow(() -> new Malformed("there is no such urgency"));
        String how = submission.text("how");
        return new SubscriptionForm(
                kinds,
                submission.stripped("project"),
                submission.stripped("instrument"),
                least,
                how,
                submission.stripped("address"),
                submission.text("daily").equals("yes"),
                submission.text("for").equals("facility") || how.startsWith(WEBHOOK));
    }

    /** Whether a kind is chosen. */
    public boolean has(NoticeKind kind) {
        return kinds.contains(kind);
    }

    /** What the form asks for, of an account or of the facility. */
    Subscription subscription(String account) {
        Channel channel = how.startsWith(WEBHOOK)
                ? Channel.WEBHOOK
                : Channel.named(how).orElseThrow(() -> new Malformed("choose how to be told"));
        String target =
                switch (channel) {
                    case PAGE -> "";
                    case MAIL -> address;
                    case WEBHOOK -> how.substring(Math.min(how.length(), WEBHOOK.length()));
                };
        boolean isDaily = daily && channel != Channel.PAGE;
        return new Subscription(
                "", facility ? "" : account, kinds, project, instrument, least, channel, target, isDaily);
    }
}
