package org.egcg.reporting.notice.internal;

import java.net.URI;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.egcg.reporting.config.NoticeSettings.Format;
import org.egcg.reporting.notice.Notice;
import org.egcg.reporting.notice.NoticeMessage;

/**
 * Messages in the forms that webhooks take. What documents say never becomes a mention or markup.
 *
 * @param facility its name
 * @param address of this service
 */
record WebhookPayload(String facility, URI address) {

    BsonDocument of(Format format, NoticeMessage message) {
        return switch (format) {
            case JSON -> plain(message);
            case SLACK -> text(message, WebhookPayload::forSlack, "*", "<%s|open>");
            case MATTERMOST -> text(message, WebhookPayload::forMarkdown, "**", "[open](%s)");
            case TEAMS -> card(message);
        };
    }

    private BsonDocument plain(NoticeMessage message) {
        return new BsonDocument("id", new BsonString(message.id()))
                .append("facility", new BsonString(facility))
                .append("subject", new BsonString(message.subject()))
                .append(
                        "notices",
                        new BsonArray(
                                message.notices().stream().map(this::plain).toList()));
    }

    private BsonDocument plain(Notice notice) {
        List<BsonString> projects =
                notice.projects().stream().map(BsonString::new).toList();
        return new BsonDocument("id", new BsonString(notice.id()))
                .append("kind", new BsonString(notice.kind().word()))
                .append("urgency", new BsonString(notice.urgency().word()))
                .append("at", new BsonString(notice.at().toString()))
                .append("subject", new BsonString(notice.subject()))
                .append("reason", new BsonString(notice.reason()))
                .append("link", new BsonString(link(notice)))
                .append("projects", new BsonArray(projects))
                .append(
                        "instrument",
                        notice.instrument().<BsonValue>map(BsonString::new).orElse(BsonNull.VALUE));
    }

    private String link(Notice notice) {
        return address + notice.link();
    }

    private BsonDocument text(NoticeMessage message, UnaryOperator<String> safe, String bold, String link) {
        String text = message.notices().stream()
                .map(notice -> bold + safe.apply(notice.kind().title() + ": " + notice.subject()) + bold + "\n"
                        + safe.apply(notice.reason()) + " " + link.replace("%s", link(notice)))
                .collect(Collectors.joining("\n\n"));
        return new BsonDocument("text", new BsonString(text));
    }

    private static String forSlack(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("@", "@\u200b")
                .replaceAll("([*_~`])", "\u200b$1");
    }

    private static String forMarkdown(String text) {
        return text.replaceAll("([\\\\`*_{}\\[\\]()#+!|<>~-])", "\\\\$1").replace("@", "@\u200b");
    }

    private BsonDocument card(NoticeMessage message) {
        BsonArray body = new BsonArray();
        message.notices().forEach(notice -> {
            body.add(block(notice.kind().title() + ": " + notice.subject()).append("weight", new BsonString("Bolder")));
            body.add(block(notice.reason()));
            body.add(new BsonDocument("type", new BsonString("ActionSet"))
                    .append(
                            "actions",
                            new BsonArray(List.of(new BsonDocument("type", new BsonString("Action.OpenUrl"))
                                    .append("title", new BsonString("Open"))
                                    .append("url", new BsonString(link(notice)))))));
        });
        BsonDocument card = new BsonDocument(
                        "$schema", new BsonString("http://adaptivecards.io/schemas/adaptive-card.json"))
                .append("type", new BsonString("AdaptiveCard"))
                .append("version", new BsonString("1.4"))
                .append("body", body);
        BsonDocument attachment = new BsonDocument(
                        "contentType", new BsonString("application/vnd.microsoft.card.adaptive"))
                .append("content", card);
        return new BsonDocument("type", new BsonString("message"))
                .append("attachments", new BsonArray(List.of(attachment)));
    }

    private static BsonDocument block(String text) {
        return new BsonDocument("type", new BsonString("TextBlock"))
                .append("text", new BsonString(forMarkdown(text)))
                .append("wrap", BsonBoolean.TRUE);
    }
}
