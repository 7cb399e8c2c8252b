package org.egcg.reporting.web.script;

import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.egcg.reporting.web.browser.BrowserLogins;
import org.egcg.reporting.web.browser.ScriptJson;
import org.egcg.reporting.web.reading.HomeReading;
import org.egcg.reporting.web.reading.HomeState;
import org.egcg.reporting.web.reading.PageSettings;

/** Tells open pages when documents were last written, as events while they listen, or once; and main pages what they would say. */
@WebServlet(value = BrowserLogins.CHANGES, asyncSupported = true)
public class ChangeServlet extends UserServlet {

    private static final long serialVersionUID = 1;

    @Inject
    private transient ChangeStreams streams;

    @Inject
    private transient BrowserLogins logins;

    @Inject
    private transient HomeReading home;

    @Inject
    private transient PageSettings pages;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String name = user(request).name();
        if (request.getParameter("home") != null) {
            ScriptJson.json(response, HttpServletResponse.SC_OK, home());
        } else if (request.getParameter("once") != null) {
            ScriptJson.json(
                    response, HttpServletResponse.SC_OK, new BsonDocument("at", new BsonInt64(streams.latest())));
        } else if (!streams.hasRoomFor(name)) {
            // by this status a browser knows that it is not to listen again; its pages ask from time to time
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else {
            listen(request, response, name);
        }
    }

    /** For a main page that lies open, which is drawn anew only if it would say something else. */
    private BsonDocument home() {
        HomeState state = home.state();
        return new BsonDocument("state", new BsonString(state.digest()))
                .append("at", new BsonInt64(state.asOf().toEpochMilli()))
                .append("said", new BsonString(pages.asOf(state.asOf())));
    }

    private void listen(HttpServletRequest request, HttpServletResponse response, String name) {
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        AsyncContext connection = request.startAsync();
        connection.setTimeout(ChangeStream.LONGEST.plusMinutes(1).toMillis());
        streams.add(new ChangeStream(connection, name, logins.standing(request)));
    }
}
