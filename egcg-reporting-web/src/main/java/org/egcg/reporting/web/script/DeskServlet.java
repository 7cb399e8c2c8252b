package org.egcg.reporting.web.script;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.egcg.reporting.error.ReportingException;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.security.Role;
import org.egcg.reporting.security.User;
import org.egcg.reporting.web.browser.ScriptJson;
import org.egcg.reporting.web.desk.DeskKind;
import org.egcg.reporting.web.desk.Onlookers;
import org.egcg.reporting.web.reading.DeskDecisions;
import org.egcg.reporting.web.reading.Snapshots;

/** Decides on what is looked at, takes that back, and tells who else looks at it. */
@WebServlet("/ui/desk")
public class DeskServlet extends UserServlet {

    private static final long serialVersionUID = 1;
    private static final int LONGEST = 1000;

    @Inject
    private transient DeskDecisions decisions;

    @Inject
    private transient Onlookers onlookers;

    @Inject
    private transient Snapshots snapshots;

    private interface Work {
        BsonDocument done();
    }

    private static void answer(HttpServletResponse response, Work work) throws IOException {
        try {
            ScriptJson.json(response, HttpServletResponse.SC_OK, work.done());
        } catch (ReportingException refused) {
            ScriptJson.refused(response, refused);
        }
    }

    /** Who else looks at it, and what has become of it since it was looked at. */
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(response, () -> {
            DeskKind kind = kind(request);
            String id = text(request, "id");
            List<BsonString> others = onlookers.look(user(request).name(), kind.resource() + ":" + id).stream()
                    .map(BsonString::new)
                    .toList();
            return new BsonDocument("others", new BsonArray(others))
                    .append("changed", new BsonString(decisions.changed(kind, id, text(request, "version"))));
        });
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        User user = user(request);
        answer(response, () -> {
            user.require(Role.EDITOR);
            BsonDocument done = text(request, "undo").isEmpty() ? decided(request) : undone(request);
            snapshots.changed();
            return done;
        });
    }

    private BsonDocument decided(HttpServletRequest request) {
        String action = decisions.decide(
                kind(request),
                text(request, "id"),
                text(request, "reviewed"),
                text(request, "useable"),
                text(request, "comment"),
                text(request, "version"));
        return new BsonDocument("undo", new BsonString(action));
    }

    private BsonDocument undone(HttpServletRequest request) {
        decisions.undo(text(request, "undo"));
        return new BsonDocument();
    }

    private static DeskKind kind(HttpServletRequest request) {
        return DeskKind.named(text(request, "kind"))
                .orElseThrow(() -> new Malformed("kind: must be one of lanes, samples"));
    }

    private static String text(HttpServletRequest request, String name) {
        String text = Objects.toString(request.getParameter(name), "");
        if (!name.equals("comment") && text.length() > LONGEST) {
            throw new Malformed(name + ": is too long");
        }
        return text;
    }
}
