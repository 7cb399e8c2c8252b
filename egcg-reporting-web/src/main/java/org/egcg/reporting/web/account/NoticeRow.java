package org.egcg.reporting.web.account;

import org.egcg.reporting.notice.Notice;
import org.egcg.reporting.notice.NoticeUrgency;
import org.egcg.reporting.notice.Received;
import org.egcg.reporting.web.reading.Moments;

/**
 * A notice in the list.
 *
 * @param style of the mark of its kind, by its urgency
 * @param urgency in words
 */
public record NoticeRow(
        String id,
        String kind,
        String style,
        String urgency,
        String subject,
        String reason,
        String href,
        String when,
        boolean unread) {

    static NoticeRow of(Received received, Moments moments) {
        Notice notice = received.notice();
        return new NoticeRow(
                notice.id(),
                notice.kind().title(),
                style(notice.urgency()),
                notice.urgency().title(),
                notice.subject(),
                notice.reason(),
                notice.link(),
                moments.minute(notice.at()),
                received.unread());
    }

    private static String style(NoticeUrgency urgency) {
        return switch (urgency) {
            case URGENT -> "fail";
            case SOON -> "warn";
            case INFORMATION -> "idle";
        };
    }
}
