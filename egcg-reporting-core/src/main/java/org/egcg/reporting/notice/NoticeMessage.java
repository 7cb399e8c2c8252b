package org.egcg.reporting.notice;

import java.util.List;

/**
 * What is sent.
 *
 * @param id the same at each attempt, so that receivers can tell that they have it already
 * @param subject one line
 * @param html a whole document
 */
public record NoticeMessage(String id, List<Notice> notices, String subject, String text, String html) {
    public NoticeMessage {
        notices = List.copyOf(notices);
    }
}
