package org.egcg.reporting.web.script;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.egcg.reporting.decision.DecisionStatistics;
import org.egcg.reporting.decision.RuleSaid;
import org.egcg.reporting.decision.Ruling;
import org.egcg.reporting.ejb.ReportingActions;
import org.egcg.reporting.error.ReportingException;
import org.egcg.reporting.web.browser.ScriptJson;
import org.egcg.reporting.web.reading.DecisionSelection;
import org.egcg.reporting.web.reading.PageSettings;
import org.egcg.reporting.web.table.CsvLines;

/** Decisions as a file, a line for each; which ones, the address says as that of the page does. */
@WebServlet("/ui/reviews")
public class DecisionsServlet extends UserServlet {

    private static final long serialVersionUID = 1;
    private static final List<String> HEAD = List.of(
            "date",
            "kind",
            "id",
            "reviewer",
            "reviewed",
            "useable",
            "comment",
            "rules",
            "overruled",
            "failed_by",
            "instruments",
            "species",
            "hours_from_data",
            "thresholds");

    @Inject
    private transient ReportingActions actions;

    @Inject
    private transient PageSettings pages;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Map<String, String> arguments = new HashMap<>();
        request.getParameterMap().forEach((name, values) -> arguments.put(name, values[0]));
        try {
            DecisionSelection asked =
                    new DecisionSelection(arguments, pages.now().toLocalDate());
            DecisionStatistics found = asked.of(actions.decided(asked.begin(), asked.end()));
            response.setContentType("text/csv; charset=UTF-8");
            response.setHeader("Content-Disposition", "attachment; filename=\"reviews.csv\"");
            write(found, new CsvLines(response.getOutputStream()));
        } catch (ReportingException refused) {
            ScriptJson.refused(response, refused);
        }
    }

    private static void write(DecisionStatistics found, CsvLines lines) throws IOException {
        lines.line(HEAD);
        for (Ruling ruling : found.rulings()) {
            lines.line(line(ruling));
        }
        lines.flush();
    }

    private static List<String> line(Ruling ruling) {
        return List.of(
                ruling.at().toString().replace("Z", ""),
                ruling.kind(),
                ruling.id(),
                ruling.by(),
                ruling.reviewed().orElse(""),
                ruling.useable().orElse(""),
                ruling.comment(),
                ruling.ruled().word(),
                ruling.overruled() ? "yes" : "no",
                ruling.ruled().missed().stream().map(RuleSaid::name).collect(Collectors.joining(", ")),
                String.join(", ", ruling.instruments()),
                String.join(", ", ruling.species()),
                ruling.waited().map(time -> String.valueOf(time.toHours())).orElse(""),
                ruling.ruled().thresholds());
    }
}
