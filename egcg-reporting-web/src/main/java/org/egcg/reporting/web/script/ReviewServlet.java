package org.egcg.reporting.web.script;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.egcg.reporting.ejb.ReportingActions;
import org.egcg.reporting.error.ReportingException;
import org.egcg.reporting.review.ActionRequest;
import org.egcg.reporting.review.Performed;
import org.egcg.reporting.security.Role;
import org.egcg.reporting.security.User;
import org.egcg.reporting.web.browser.ScriptJson;

/** Starts a review in the LIMS, under an account of the LIMS that is used for this and never kept or logged. */
@WebServlet("/ui/review")
public class ReviewServlet extends UserServlet {

    private static final long serialVersionUID = 1;
    private static final List<String> FIELDS = List.of("action_type", "review_entities", "username", "password");

    @Inject
    private transient ReportingActions actions;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        User user = user(request);
        try {
            user.require(Role.EDITOR);
            Performed performed = actions.perform(ActionRequest.of(fields(request)));
            ScriptJson.json(
                    response, HttpServletResponse.SC_OK, new BsonDocument("lims_url", limsUrl(performed.data())));
        } catch (ReportingException refused) {
            ScriptJson.refused(response, refused);
        }
    }

    private static BsonDocument fields(HttpServletRequest request) {
        BsonDocument fields = new BsonDocument();
        for (String field : FIELDS) {
            if (request.getParameter(field) != null) {
                fields.append(field, new BsonString(request.getParameter(field)));
            }
        }
        return fields;
    }

    private static BsonString limsUrl(BsonDocument action) {
        BsonValue info = action.get("action_info");
        BsonValue url = info != null && info.isDocument() ? info.asDocument().get("lims_url") : null;
        return url != null && url.isString() ? url.asString() : new BsonString("");
    }
}
