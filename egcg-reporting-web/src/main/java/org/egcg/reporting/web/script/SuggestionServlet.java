package org.egcg.reporting.web.script;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.web.browser.ScriptJson;
import org.egcg.reporting.web.failure.Sentences;
import org.egcg.reporting.web.reading.Finder;

/** What the search box of the bar offers while a user types. */
@WebServlet("/ui/find")
public class SuggestionServlet extends UserServlet {

    private static final long serialVersionUID = 1;

    @Inject
    private transient Finder finder;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        BsonArray found = new BsonArray();
        try {
            String sought = request.getParameter("find");
            finder.find(sought == null ? "" : sought).forEach(thing -> found.add(document(thing)));
        } catch (Unavailable away) {
            ScriptJson.error(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, Sentences.away(away.dependency()));
            return;
        }
        ScriptJson.json(response, HttpServletResponse.SC_OK, new BsonDocument("found", found));
    }

    private static BsonDocument document(Finder.Found thing) {
        return new BsonDocument("kind", new BsonString(thing.kind()))
                .append("name", new BsonString(thing.name()))
                .append("also", new BsonString(thing.also()))
                .append("href", new BsonString(thing.href()));
    }
}
