package org.example.war;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.egcg.reporting.ejb.ReportingReader;
import org.egcg.reporting.ejb.ReportingWriter;
import org.egcg.reporting.query.ReadRequest;
import org.egcg.reporting.resource.Written;

/** The names of runs: viewers read them, editors add one, administrators remove all. */
@Path("runs")
@RequestScoped
@Produces(MediaType.TEXT_PLAIN)
public class Runs {

    @Inject
    private ReportingReader reader;

    @Inject
    private ReportingWriter writer;

    @Inject
    private NewRuns news;

    @GET
    public String names() {
        return reader.list(reader.schema("runs"), ReadRequest.everything()).list().stream()
                .map(run -> run.getString("run_id").getValue())
                .collect(Collectors.joining("\n"));
    }

    @POST
    @Path("{name}")
    public String add(@PathParam("name") String name) {
        BsonDocument run = new BsonDocument("run_id", new BsonString(name));
        return writer.insert(reader.schema("runs"), run) instanceof Written.Inserted ? "added" : "not added";
    }

    @DELETE
    public void removeAll() {
        writer.deleteAll(reader.schema("runs"));
    }

    /** What was noticed since the start. */
    @GET
    @Path("news")
    public String news() {
        return news.text();
    }
}
