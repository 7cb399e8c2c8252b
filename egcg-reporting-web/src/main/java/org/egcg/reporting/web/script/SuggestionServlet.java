package org.egcg.reporting.web.script;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.web.browser.ScriptJson;
import org.egcg.reporting.web.failure.Sentences;
import org.egcg.reporting.web.reading.Finder;
import org.egcg.reporting.web.reading.Found;
import org.egcg.reporting.web.table.TableQuery;

/** What the search box of the bar offers while a user types. */
@WebServlet("/ui/find")
public class SuggestionServlet extends UserServlet {

    private static final long serialVersionUID = 1;

    @Inject
    private transient Finder finder;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        BsonArray found = new BsonArray();
        BsonArray more = new BsonArray();
        try {
            String sought = request.getParameter("find");
            List<Found> all = finder.find(sought == null ? "" : sought);
            Finder.first(all).forEach((kind, things) -> {
                things.forEach(thing -> found.add(document(thing)));
                long count = all.stream().filter(thing -> thing.kind().equals(kind)).count();
                if (count > things.size()) {
                    more.add(more(kind, count - things.size(), sought));
                }
            });
        } catch (Unavailable away) {
            ScriptJson.error(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, Sentences.away(away.dependency()));
            return;
        }
        ScriptJson.json(response, HttpServletResponse.SC_OK, new BsonDocument("found", found).append("more", more));
    }

    private static BsonDocument more(String kind, long count, String sought) {
        String query = new TableQuery(Map.of("find", sought.strip(), "kind", kind)).text();
        return new BsonDocument("kind", new BsonString(kind))
                .append("count", new BsonInt64(count))
                .append("href", new BsonString("/search" + query));
    }

    private static BsonDocument document(Found thing) {
        return new BsonDocument("kind", new BsonString(thing.kind()))
                .append("name", new BsonString(thing.name()))
                .append("also", new BsonString(thing.also()))
                .append("href", new BsonString(thing.href()));
    }
}
