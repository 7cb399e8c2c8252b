package org.egcg.reporting.web.account;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.egcg.reporting.notice.Channel;
import org.egcg.reporting.notice.NoticeKind;
import org.egcg.reporting.notice.NoticeUrgency;
import org.egcg.reporting.notice.Subscription;

/**
 * A subscription in words.
 *
 * @param what kinds
 * @param only project, instrument and urgency
 * @param how by which way
 */
public record SubscriptionRow(String id, String what, String only, String how, boolean inPages) {

    static SubscriptionRow of(Subscription one) {
        String what = one.kinds().isEmpty()
                ? "Everything"
                : one.kinds().stream().sorted().map(NoticeKind::title).collect(Collectors.joining(", "));
        return new SubscriptionRow(one.id(), what, only(one), how(one), one.channel() == Channel.PAGE);
    }

    private static String only(Subscription one) {
        List<String> only = new ArrayList<>();
        if (!one.project().isEmpty()) {
            only.add("project " + one.project());
        }
        if (!one.instrument().isEmpty()) {
            only.add("instrument " + one.instrument());
        }
        if (one.least() != NoticeUrgency.INFORMATION) {
            only.add(one.least() == NoticeUrgency.URGENT ? "urgent" : "soon or urgent");
        }
        return only.isEmpty() ? "all" : String.join(", ", only);
    }

    private static String how(Subscription one) {
        String way =
                switch (one.channel()) {
                    case PAGE -> "On these pages";
                    case MAIL -> "E-mail to " + one.target();
                    case WEBHOOK -> "Webhook " + one.target();
                };
        return one.daily() ? way + ", once a day" : way;
    }
}
