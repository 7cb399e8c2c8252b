package org.egcg.reporting.web.script;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.egcg.reporting.error.ReportingException;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.security.Role;
import org.egcg.reporting.security.User;
import org.egcg.reporting.web.browser.ScriptJson;
import org.egcg.reporting.web.page.Tour;
import org.egcg.reporting.web.reading.PageSettings;
import org.egcg.reporting.web.view.SavedView;
import org.egcg.reporting.web.view.SavedViews;

/** Saves and forgets views of tables. Shared views are an editor's to change. */
@WebServlet("/ui/views")
public class SavedViewServlet extends UserServlet {

    private static final long serialVersionUID = 1;

    @Inject
    private transient SavedViews views;

    @Inject
    private transient PageSettings pages;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            change(request, user(request));
            ScriptJson.json(response, HttpServletResponse.SC_OK, new BsonDocument("saved", BsonBoolean.TRUE));
        } catch (ReportingException refused) {
            ScriptJson.refused(response, refused);
        }
    }

    private void change(HttpServletRequest request, User user) {
        boolean shared = "true".equals(request.getParameter("shared"));
        if (shared) {
            user.require(Role.EDITOR);
        }
        SavedView view =
                new SavedView(table(request), shared ? "" : user.id(), text(request, "name"), text(request, "query"));
        if ("true".equals(request.getParameter("remove"))) {
            views.remove(view.table(), view.owner(), view.name());
        } else {
            views.save(view);
        }
    }

    private String table(HttpServletRequest request) {
        if (text(request, "table").equals(Tour.NAME)) {
            return Tour.NAME;
        }
        try {
            return pages.table(text(request, "table")).name();
        } catch (IllegalArgumentException unknown) {
            throw new Malformed(unknown.getMessage());
        }
    }

    private static String text(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }
}
