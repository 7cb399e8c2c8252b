package org.egcg.reporting.ejb;

import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import org.egcg.reporting.notice.NoticeMessage;

/** A notice as a mail (RFC 5322): text and HTML, with its id as {@code Message-ID}. */
record MailText(String from, String to, NoticeMessage message) {

    private static final int LINE = 76;
    private static final String END = "\r\n";

    byte[] bytes() {
        String boundary = "notice-" + message.id();
        return String.join(
                        END,
                        "From: " + from,
                        "To: " + to,
                        "Subject: " + MimeUtility.fold("Subject: ".length(), encoded(message.subject())),
                        "Date: " + DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC)),
                        "Message-ID: <" + message.id() + "@" + from.replaceFirst(".*@", "") + ">",
                        "Auto-Submitted: auto-generated",
                        "MIME-Version: 1.0",
                        "Content-Type: multipart/alternative; boundary=\"" + boundary + "\"",
                        "",
                        part(boundary, "plain", message.text()),
                        part(boundary, "html", message.html()),
                        "--" + boundary + "--",
                        "")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static String encoded(String text) {
        try {
            return MimeUtility.encodeText(text, StandardCharsets.UTF_8.name(), null);
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String part(String boundary, String type, String text) {
        Base64.Encoder lines = Base64.getMimeEncoder(LINE, END.getBytes(StandardCharsets.US_ASCII));
        return String.join(
                END,
                "--" + boundary,
                "Content-Type: text/" + type + "; charset=UTF-8",
                "Content-Transfer-Encoding: base64",
                "",
                lines.encodeToString(text.getBytes(StandardCharsets.UTF_8)));
    }
}
