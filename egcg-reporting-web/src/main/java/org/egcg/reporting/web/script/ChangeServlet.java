package org.egcg.reporting.web.script;

import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.egcg.reporting.web.browser.BrowserLogins;
import org.egcg.reporting.web.browser.ScriptJson;
import org.egcg.reporting.web.reading.HomeReading;

/** Tells open pages when documents were last written, and main pages what they would say now: as events while they listen, or once. */
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
    private transient HomeNews news;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String name = user(request).name();
        boolean main = request.getParameter("home") != null;
        if (request.getParameter("once") != null) {
            ScriptJson.json(response, HttpServletResponse.SC_OK, main ? news.json(home.state()) : latest());
        } else if (!streams.hasRoomFor(name)) {
            // by this status a browser knows that it is not to listen again; its pages ask from time to time
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else {
            listen(request, response, name, main);
        }
    }

    private BsonDocument latest() {
        return new BsonDocument("at", new BsonInt64(streams.latest()));
    }

    private void listen(HttpServletRequest request, HttpServletResponse response, String name, boolean main) {
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        AsyncContext connection = request.startAsync();
        connection.setTimeout(ChangeStream.LONGEST.plusMinutes(1).toMillis());
        streams.add(new ChangeStream(connection, name, main, logins.standing(request)));
    }
}
