package org.egcg.reporting.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.egcg.reporting.control.ControlChart;
import org.egcg.reporting.control.ControlSnapshot;
import org.egcg.reporting.control.InstrumentState;
import org.egcg.reporting.control.Violation;
import org.egcg.reporting.ejb.ReportingInstruments;
import org.egcg.reporting.error.ReportingException.Malformed;

/**
 * How instruments are by each metric, the worst first, and what is news since a day: {@code since}, all that is known
 * without it; {@code instrument} asks for some of them.
 */
@Path("/control_charts")
@RequestScoped
public class ControlChartsEndpoint {

    @Inject
    private ReportingInstruments instruments;

    @GET
    public Response charts(@Context HttpServletRequest request) {
        RequestArguments arguments = RequestArguments.of(request);
        List<String> asked = arguments.all().getOrDefault("instrument", List.of());
        EveJson json = new EveJson(arguments.has("pretty"));
        BsonDocument body = body(instruments.now(), asked, since(arguments.all().getOrDefault("since", List.of())));
        return Response.ok(json.plain(body), MediaType.APPLICATION_JSON_TYPE).build();
    }

    private static LocalDate since(List<String> since) {
        try {
            return since.isEmpty() ? LocalDate.MIN : LocalDate.parse(since.get(0));
        } catch (DateTimeParseException none) {
            throw new Malformed("since: must be a day, such as 2026-04-26");
        }
    }

    static BsonDocument body(ControlSnapshot charts, List<String> asked, LocalDate since) {
        List<BsonDocument> told = charts.instruments().stream()
                .filter(state -> asked.isEmpty() || asked.contains(state.instrument()))
                .map(ControlChartsEndpoint::told)
                .toList();
        List<BsonDocument> news = charts.violationsSince(since).stream()
                .filter(violation -> asked.isEmpty() || asked.contains(violation.instrument()))
                .map(ControlChartsEndpoint::told)
                .toList();
        BsonDocument meta = new BsonDocument("total", new BsonInt32(told.size()))
                .append("as_of", text(charts.asOf().toString()));
        return new BsonDocument("_meta", meta)
                .append("data", new BsonArray(told))
                .append("violations", new BsonArray(news));
    }

    private static BsonDocument told(InstrumentState state) {
        return new BsonDocument("instrument", text(state.instrument()))
                .append("state", text(state.state().word()))
                .append(
                        "metrics",
                        new BsonArray(state.worstFirst().stream()
                                .map(ControlChartsEndpoint::told)
                                .toList()));
    }

    private static BsonDocument told(ControlChart chart) {
        BsonDocument told = new BsonDocument("metric", text(chart.metric().key()))
                .append("title", text(chart.metric().title()))
                .append("unit", text(chart.metric().unit()))
                .append("state", text(chart.state().word()))
                .append("runs", new BsonInt32(chart.points().size()));
        chart.newest().ifPresent(newest -> {
            told.append("run_id", text(newest.run().run()))
                    .append("date", text(newest.run().day().toString()))
                    .append("value", new BsonDouble(newest.run().value()));
            newest.baseline().ifPresent(baseline -> told.append("centre", new BsonDouble(baseline.centre()))
                    .append("spread", new BsonDouble(baseline.spread())));
        });
        return told;
    }

    private static BsonDocument told(Violation violation) {
        return new BsonDocument("key", text(violation.key()))
                .append("instrument", text(violation.instrument()))
                .append("metric", text(violation.metric().key()))
                .append("run_id", text(violation.run()))
                .append("date", text(violation.day().toString()))
                .append("value", new BsonDouble(violation.value()))
                .append("rule", text(violation.rule().name()))
                .append("sentence", text(violation.rule().sentence()))
                .append("grade", text(violation.rule().grade().name().toLowerCase(java.util.Locale.ROOT)));
    }

    private static BsonString text(String text) {
        return new BsonString(text);
    }
}
