package org.egcg.reporting.web.script;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.bson.BsonDocument;
import org.egcg.reporting.error.ReportingException;
import org.egcg.reporting.web.door.AdmittedRequest;
import org.egcg.reporting.web.door.RequestPath;
import org.egcg.reporting.web.page.Chart;
import org.egcg.reporting.web.route.PageFilter;
import org.egcg.reporting.web.route.PageRequest;
import org.egcg.reporting.web.route.PageRoutes;
import org.egcg.reporting.web.route.ScriptJson;

/** What the charts are drawn of: {@code /ui/charts/...} for the page {@code /charts/...}, with the same parameters. */
@WebServlet("/ui/charts/*")
public class ChartServlet extends UserServlet {

    private static final System.Logger LOG = System.getLogger(ChartServlet.class.getName());
    private static final long serialVersionUID = 1;

    @Inject
    private transient PageRequest pageRequest;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        RequestPath.Normal address = AdmittedRequest.of(request).address().behindFirst();
        String path = address.path();
        Optional<PageRoutes.Match> match = PageRoutes.find(address);
        if (match.isEmpty()) {
            ScriptJson.error(response, HttpServletResponse.SC_NOT_FOUND, "There is no such chart.");
            return;
        }
        request.setAttribute(PageFilter.MATCH, match.get());
        request.setAttribute(PageFilter.PATH, path);
        try {
            BsonDocument figure = ((Chart) pageRequest.page()).figure();
            ScriptJson.json(response, HttpServletResponse.SC_OK, figure);
        } catch (ReportingException refused) {
            LOG.log(System.Logger.Level.WARNING, "{0}: {1}", path, refused.getMessage());
            ScriptJson.refused(response, refused);
        }
    }
}
