package org.egcg.reporting.web.script;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.bson.BsonDocument;
import org.egcg.reporting.error.ReportingException;
import org.egcg.reporting.web.browser.PageFilter;
import org.egcg.reporting.web.browser.ScriptJson;
import org.egcg.reporting.web.page.Chart;
import org.egcg.reporting.web.page.CurrentPage;
import org.egcg.reporting.web.route.AdmittedRequest;
import org.egcg.reporting.web.route.Route;

/** What the charts are drawn of: {@code /ui/charts/...} for the page {@code /charts/...} and so for instruments, with the same parameters. */
@WebServlet({"/ui/charts/*", "/ui/instruments/*"})
public class ChartServlet extends UserServlet {

    private static final System.Logger LOG = System.getLogger(ChartServlet.class.getName());
    private static final long serialVersionUID = 1;

    @Inject
    private transient CurrentPage currentPage;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        AdmittedRequest admitted = AdmittedRequest.of(request);
        if (!(admitted.route() instanceof Route.Script script)
                || script.chart().isEmpty()
                || script.chart().get().pattern().page().equals("instruments")) {
            ScriptJson.error(response, HttpServletResponse.SC_NOT_FOUND, "There is no such chart.");
            return;
        }
        String path = admitted.address().behindFirst().path();
        request.setAttribute(PageFilter.PAGE, script.chart().get());
        request.setAttribute(PageFilter.PATH, path);
        try {
            BsonDocument figure = ((Chart) currentPage.page()).figure();
            ScriptJson.json(response, HttpServletResponse.SC_OK, figure);
        } catch (ReportingException refused) {
            LOG.log(System.Logger.Level.WARNING, "{0}: {1}", path, refused.getMessage());
            ScriptJson.refused(response, refused);
        }
    }
}
