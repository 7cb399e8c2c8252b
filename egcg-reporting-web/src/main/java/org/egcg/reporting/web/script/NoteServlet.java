package org.egcg.reporting.web.script;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.bson.types.ObjectId;
import org.egcg.reporting.ejb.ReportingNotes;
import org.egcg.reporting.error.ReportingException;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.note.Note;
import org.egcg.reporting.web.browser.ScriptJson;
import org.egcg.reporting.web.reading.NotesShown;

/**
 * Takes what the forms of notes send, and leads back to the page of what the note is about; who does not want a page is told
 * the note.
 */
@WebServlet("/ui/note")
public class NoteServlet extends UserServlet {

    private static final long serialVersionUID = 1;

    @Inject
    private transient ReportingNotes notes;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            Note note = done(request);
            if (Objects.toString(request.getHeader("Accept"), "").contains("text/html")) {
                response.sendRedirect(NotesShown.href(note));
            } else {
                ScriptJson.json(response, HttpServletResponse.SC_OK, note.told());
            }
        } catch (ReportingException refused) {
            ScriptJson.refused(response, refused);
        }
    }

    private Note done(HttpServletRequest request) {
        return switch (text(request, "act")) {
            case "write" -> notes.write(text(request, "resource"), text(request, "name"), text(request, "text"));
            case "edit" -> notes.edit(id(request), text(request, "text"));
            case "delete" -> notes.delete(id(request));
            default -> throw new Malformed("act: must be write, edit or delete");
        };
    }

    private static String text(HttpServletRequest request, String field) {
        return Objects.toString(request.getParameter(field), "");
    }

    private static ObjectId id(HttpServletRequest request) {
        String id = text(request, "id");
        if (!ObjectId.isValid(id)) {
            throw new Malformed("id: must be that of a note");
        }
        return new ObjectId(id);
    }
}
