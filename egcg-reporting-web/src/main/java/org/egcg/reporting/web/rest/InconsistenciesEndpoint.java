package org.egcg.reporting.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.egcg.reporting.consistency.Inconsistency;
import org.egcg.reporting.consistency.InconsistencyReport;
import org.egcg.reporting.ejb.ReportingReader;

/** What does not fit together in the documents; {@code kind} asks for some of it. */
@Path("/inconsistencies")
@RequestScoped
public class InconsistenciesEndpoint {

    @Inject
    private ReportingReader reader;

    @GET
    public Response inconsistencies(@Context HttpServletRequest request) {
        RequestArguments arguments = RequestArguments.of(request);
        List<String> kinds = arguments.all().getOrDefault("kind", List.of());
        EveJson json = new EveJson(arguments.has("pretty"));
        return Response.ok(json.plain(body(reader.inconsistencies(), kinds)), MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    static BsonDocument body(InconsistencyReport report, List<String> kinds) {
        BsonDocument counts = new BsonDocument();
        report.counts().forEach((kind, count) -> counts.append(kind.word(), new BsonInt64(count)));
        BsonDocument meta = new BsonDocument("total", new BsonInt64(report.total()))
                .append("as_of", new BsonString(report.asOf().toString()))
                .append("counts", counts)
                .append("missing", texts(report.missing()));
        List<BsonDocument> found = report.found().stream()
                .filter(each -> kinds.isEmpty() || kinds.contains(each.kind().word()))
                .map(InconsistenciesEndpoint::item)
                .toList();
        return new BsonDocument("_meta", meta).append("data", new BsonArray(found));
    }

    private static BsonDocument item(Inconsistency found) {
        List<BsonDocument> documents = found.documents().stream()
                .map(document -> new BsonDocument("resource", new BsonString(document.resource()))
                        .append("id", new BsonString(document.id())))
                .toList();
        return new BsonDocument("kind", new BsonString(found.kind().word()))
                .append("title", new BsonString(found.kind().title()))
                .append("sentence", new BsonString(found.sentence()))
                .append("distorts", new BsonString(found.kind().distorts()))
                .append("count", new BsonInt64(found.count()))
                .append("documents", new BsonArray(documents));
    }

    private static BsonArray texts(List<String> texts) {
        return new BsonArray(texts.stream().map(BsonString::new).toList());
    }
}
