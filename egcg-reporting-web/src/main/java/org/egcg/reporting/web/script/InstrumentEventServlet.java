package org.egcg.reporting.web.script;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import org.bson.types.ObjectId;
import org.egcg.reporting.ejb.ReportingInstruments;
import org.egcg.reporting.error.ReportingException;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.event.EventKind;
import org.egcg.reporting.event.InstrumentEvent;
import org.egcg.reporting.web.browser.ScriptJson;
import org.egcg.reporting.web.reading.ControlReading;
import org.egcg.reporting.web.route.Address;

/** Takes what the forms of the page of an instrument send, and leads back to it. */
@WebServlet("/ui/instrument_event")
public class InstrumentEventServlet extends UserServlet {

    private static final long serialVersionUID = 1;

    @Inject
    private transient ReportingInstruments instruments;

    @Inject
    private transient ControlReading reading;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            InstrumentEvent event = done(request);
            reading.changed();
            response.sendRedirect(Address.of("/instruments/", event.instrument()) + metric(request) + "#events");
        } catch (ReportingException refused) {
            ScriptJson.refused(response, refused);
        }
    }

    private InstrumentEvent done(HttpServletRequest request) {
        return switch (text(request, "act")) {
            case "note" ->
                instruments.note(
                        text(request, "instrument"),
                        EventKind.of(text(request, "kind")),
                        day(text(request, "date")),
                        text(request, "text"),
                        text(request, "new_baseline").equals("true"));
            case "take_back" -> instruments.takeBack(id(request));
            default -> throw new Malformed("act: must be note or take_back");
        };
    }

    private static String text(HttpServletRequest request, String field) {
        return Objects.toString(request.getParameter(field), "");
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException none) {
            throw new Malformed("date: must be a day, such as 2026-04-26");
        }
    }

    private static ObjectId id(HttpServletRequest request) {
        String id = text(request, "id");
        if (!ObjectId.isValid(id)) {
            throw new Malformed("id: must be that of an event");
        }
        return new ObjectId(id);
    }

    /** The metric that was looked at. */
    private static String metric(HttpServletRequest request) {
        String metric = text(request, "metric");
        return metric.matches("[a-z0-9_]+") ? "?metric=" + metric : "";
    }
}
