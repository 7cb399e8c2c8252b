package org.egcg.reporting.web.script;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.egcg.reporting.ejb.ReportingNotices;
import org.egcg.reporting.error.ReportingException;
import org.egcg.reporting.web.browser.ScriptJson;

/** Tells the bell of open pages how much is unread, and takes what was opened for read. */
@WebServlet("/ui/notices")
public class NoticeServlet extends UserServlet {

    private static final long serialVersionUID = 1;

    @Inject
    private transient ReportingNotices notices;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        count(response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            notices.markRead(Objects.toString(request.getParameter("id"), ""));
            count(response);
        } catch (ReportingException refused) {
            ScriptJson.refused(response, refused);
        }
    }

    private void count(HttpServletResponse response) throws IOException {
        try {
            BsonDocument body = new BsonDocument("unread", new BsonInt64(notices.unread()));
            ScriptJson.json(response, HttpServletResponse.SC_OK, body);
        } catch (ReportingException away) {
            ScriptJson.refused(response, away);
        }
    }
}
