package org.egcg.reporting.web.script;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.egcg.reporting.client.folder.ImportStep;
import org.egcg.reporting.error.ReportingException;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.security.Role;
import org.egcg.reporting.security.User;
import org.egcg.reporting.web.browser.ScriptJson;
import org.egcg.reporting.web.folder.DroppedFolders;
import org.egcg.reporting.web.folder.DroppedFolders.Made;
import org.egcg.reporting.web.reading.Snapshots;

/**
 * Takes the folder of a run as the body of a request, and answers with what it would make; with {@code store}, the number
 * of documents that was answered before, makes it.
 */
@WebServlet("/ui/import")
public class ImportServlet extends UserServlet {

    private static final long serialVersionUID = 1;

    /** Longer lists of files say no more. */
    private static final int MOST_NOT_TAKEN = 50;

    @Inject
    private transient DroppedFolders folders;

    @Inject
    private transient Snapshots snapshots;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        User user = user(request);
        try {
            user.require(Role.EDITOR);
            ScriptJson.json(response, HttpServletResponse.SC_OK, answered(request));
        } catch (ReportingException refused) {
            ScriptJson.refused(response, refused);
        }
    }

    private BsonDocument answered(HttpServletRequest request) throws IOException {
        String name = Objects.toString(request.getParameter("name"), "");
        String store = Objects.toString(request.getParameter("store"), "");
        if (store.isEmpty()) {
            return answer(folders.look(name, request.getInputStream()));
        }
        if (!store.matches("\\d{1,6}")) {
            throw new Malformed("store: must be how many documents are new or change");
        }
        BsonDocument stored = answer(folders.store(name, request.getInputStream(), Integer.parseInt(store)));
        snapshots.changed();
        return stored;
    }

    private static BsonDocument answer(List<Made> all) {
        int changes = all.stream().mapToInt(made -> made.plan().size()).sum();
        return new BsonDocument("changes", new BsonInt32(changes))
                .append(
                        "runs",
                        new BsonArray(all.stream().map(ImportServlet::run).toList()));
    }

    private static BsonDocument run(Made made) {
        return new BsonDocument("run_id", new BsonString(made.plan().runId()))
                .append("complete", BsonBoolean.valueOf(made.complete()))
                .append(
                        "steps",
                        new BsonArray(made.plan().steps().stream()
                                .map(ImportServlet::step)
                                .toList()))
                .append(
                        "not_taken",
                        new BsonArray(made.notTaken().stream()
                                .limit(MOST_NOT_TAKEN)
                                .map(BsonString::new)
                                .toList()));
    }

    private static BsonDocument step(ImportStep step) {
        return new BsonDocument("resource", new BsonString(step.resource()))
                .append("new", new BsonInt32(step.posts().size()))
                .append("changed", new BsonInt32(step.patches().size()))
                .append("same", new BsonInt32(step.same()));
    }
}
