package org.egcg.reporting.web.script;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.egcg.reporting.ejb.ReportingHistory;
import org.egcg.reporting.error.ReportingException;
import org.egcg.reporting.json.JsonWriter;
import org.egcg.reporting.trail.TrailEntry;
import org.egcg.reporting.trail.TrailQuestion;
import org.egcg.reporting.web.browser.ScriptJson;
import org.egcg.reporting.web.table.CsvLines;

/** The history as a file: a line for each field that was changed, at most a hundred thousand entries. */
@WebServlet("/ui/history")
public class HistoryServlet extends UserServlet {

    private static final long serialVersionUID = 1;
    private static final int BLOCK = 1000;
    private static final int MOST = 100_000;
    private static final List<String> HEAD = List.of(
            "at",
            "by",
            "token",
            "via",
            "address",
            "request",
            "action",
            "why",
            "resource",
            "name",
            "change",
            "field",
            "before",
            "after");

    @Inject
    private transient ReportingHistory history;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Map<String, String> arguments = new HashMap<>();
        request.getParameterMap().forEach((name, values) -> arguments.put(name, values[0]));
        try {
            TrailQuestion question = TrailQuestion.of(arguments);
            List<TrailEntry> first = history.entries(question, BLOCK);
            response.setContentType("text/csv; charset=UTF-8");
            response.setHeader("Content-Disposition", "attachment; filename=\"history.csv\"");
            write(question, first, new CsvLines(response.getOutputStream()));
        } catch (ReportingException refused) {
            ScriptJson.refused(response, refused);
        }
    }

    private void write(TrailQuestion question, List<TrailEntry> first, CsvLines lines) throws IOException {
        lines.line(HEAD);
        List<TrailEntry> entries = first;
        for (int written = 0; !entries.isEmpty() && written < MOST; written += BLOCK) {
            for (TrailEntry entry : entries) {
                write(entry, lines);
            }
            entries = entries.size() < BLOCK
                    ? List.of()
                    : history.entries(
                            question.olderThan(entries.get(entries.size() - 1).id()), BLOCK);
        }
        lines.flush();
    }

    private static void write(TrailEntry entry, CsvLines lines) throws IOException {
        if (entry.fields().isEmpty()) {
            lines.line(line(entry, ""));
        }
        for (String field : entry.fields()) {
            lines.line(line(entry, field));
        }
    }

    private static List<String> line(TrailEntry entry, String field) {
        return List.of(
                entry.at().toString(),
                entry.origin().by(),
                entry.origin().token(),
                entry.origin().via(),
                entry.origin().address(),
                entry.origin().request(),
                entry.origin().action(),
                entry.origin().why(),
                entry.resource(),
                entry.name(),
                entry.change(),
                field,
                text(entry.before(), field),
                text(entry.after(), field));
    }

    private static String text(BsonDocument values, String field) {
        BsonValue value = values.get(field);
        if (value == null) {
            return "";
        }
        return value.isString() ? value.asString().getValue() : JsonWriter.text(value);
    }
}
