package org.egcg.reporting.web.script;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.egcg.reporting.error.ReportingException;
import org.egcg.reporting.web.browser.Headers;
import org.egcg.reporting.web.browser.PageFilter;
import org.egcg.reporting.web.browser.PageRequest;
import org.egcg.reporting.web.browser.ScriptJson;
import org.egcg.reporting.web.page.CurrentPage;
import org.egcg.reporting.web.page.ReportTable;
import org.egcg.reporting.web.reading.PageSettings;
import org.egcg.reporting.web.table.Export;

/** Sends what is filtered in a table as a file, row by row. */
@WebServlet(PageFilter.EXPORT)
public class ExportServlet extends UserServlet {

    private static final long serialVersionUID = 1;

    @Inject
    private transient PageRequest pageRequest;

    @Inject
    private transient CurrentPage currentPage;

    @Inject
    private transient PageSettings pages;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getAttribute(PageFilter.PAGE) == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Map<String, String> parameters = pageRequest.query().parameters();
        Optional<Export> export = Export.named(parameters.get("export"));
        try {
            ReportTable table = currentPage.page().table(pageRequest.part());
            if (export.isEmpty() || table.failed()) {
                response.sendError(
                        export.isEmpty()
                                ? HttpServletResponse.SC_BAD_REQUEST
                                : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
                return;
            }
            send(export.get(), table, parameters.containsKey("all"), response);
        } catch (ReportingException refused) {
            ScriptJson.refused(response, refused);
        }
    }

    private void send(Export export, ReportTable table, boolean all, HttpServletResponse response) throws IOException {
        Headers.policy(response);
        response.setContentType(export.mediaType());
        response.setHeader("Cache-Control", "no-store");
        if (export.isFile()) {
            response.setHeader(
                    "Content-Disposition", "attachment; filename=\"" + file(table) + "." + export.extension() + "\"");
        }
        export.write(table.view(), all, response.getOutputStream());
    }

    private String file(ReportTable table) {
        String key = currentPage.page().tables().size() == 1 ? "" : table.spec().key();
        return ExportName.of(
                pageRequest.path(), key, table.view().state(), pages.now().toLocalDate());
    }
}
