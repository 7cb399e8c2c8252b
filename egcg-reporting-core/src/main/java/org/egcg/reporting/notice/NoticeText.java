package org.egcg.reporting.notice;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Notices as messages.
 *
 * @param facility its name
 * @param address of this service; empty if it is not known, and then links are paths
 */
record NoticeText(String facility, Optional<URI> address) {

    /** @param notices one at least */
    NoticeMessage message(String id, List<Notice> notices) {
        String about = notices.size() == 1
                ? notices.get(0).kind().title() + ": " + notices.get(0).subject()
                : notices.size() + " notices";
        return new NoticeMessage(id, notices, "[" + facility + "] " + about, text(notices), html(notices));
    }

    String link(String path) {
        return address.map(URI::toString).orElse("") + path;
    }

    private String text(List<Notice> notices) {
        return notices.stream()
                        .map(notice -> notice.kind().title() + ": " + notice.subject() + "\n\n" + notice.reason() + "\n"
                                + link(notice.link()) + "\n")
                        .collect(Collectors.joining("\n"))
                + "\n-- \n" + facility + ". What you are told: " + link("/notices") + "\n";
    }

    /** Without styles, which the page that shows it as a preview may not have: its policy knows none but its own. */
    private String html(List<Notice> notices) {
        return notices.stream()
                .map(this::html)
                .collect(Collectors.joining(
                        "",
                        "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + escaped(facility)
                                + "</title></head>\n<body bgcolor=\"#ffffff\" text=\"#15202b\"><font face=\"sans-serif\">\n",
                        "<p><font size=\"2\" color=\"#5f6c7b\">" + escaped(facility) + ". <a href=\""
                                + escaped(link("/notices"))
                                + "\">What you are told</a></font></p>\n</font></body></html>\n"));
    }

    private String html(Notice notice) {
        return String.format(
                Locale.ROOT,
                "<p><b>%s: <a href=\"%s\">%s</a></b><br>%s</p>%n",
                escaped(notice.kind().title()),
                escaped(link(notice.link())),
                escaped(notice.subject()),
                escaped(notice.reason()));
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
