package org.egcg.reporting.web.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.bson.BsonDocument;
import org.bson.BsonObjectId;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.types.ObjectId;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.aggregation.ResponseAggregates;
import org.egcg.reporting.ejb.ReportingReader;
import org.egcg.reporting.ejb.ReportingWriter;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.error.ReportingException.NotFound;
import org.egcg.reporting.query.ReadRequest;
import org.egcg.reporting.resource.Listing;
import org.egcg.reporting.resource.Receipt;
import org.egcg.reporting.resource.ResourceWriter;
import org.egcg.reporting.resource.Written;
import org.egcg.reporting.schema.Schema;
import org.egcg.reporting.web.route.ApiRoute;

/** Every resource's documents: by the page, and one by one. */
@Path("/{resource}")
@ApplicationScoped
public class ResourceEndpoint {

    /** What may stand behind the address of a collection that is to be emptied: clients add it everywhere. */
    private static final Set<String> HARMLESS = Set.of("page", "max_results", "pretty");

    @Inject
    private Reporting reporting;

    @Inject
    private ReportingReader reader;

    @Inject
    private ReportingWriter writer;

    @Context
    private HttpServletRequest request;

    @GET
    public Response list() {
        RequestArguments arguments = RequestArguments.of(request);
        ReadRequest asked = ReadRequest.of(schema(), arguments.first());
        Listing listing = aggregated(reader.list(schema(), asked), arguments);
        Links links = new Links(resource(), arguments);
        return about(listing)
                .entity(new EveJson(arguments.has("pretty")).list(schema(), listing, links, asked.paging()))
                .build();
    }

    /** Clients of an earlier API may ask for numbers beside the fields of each document. */
    private Listing aggregated(Listing listing, RequestArguments arguments) {
        if (!arguments.first("aggregate").equals("True")) {
            return listing;
        }
        return ResponseAggregates.of(resource())
                .map(numbers -> listing.changed(page -> numbers.added(page, arguments.first("sort"))))
                .orElse(listing);
    }

    @HEAD
    public Response headOfList() {
        ReadRequest asked =
                ReadRequest.of(schema(), RequestArguments.of(request).first());
        try (Listing listing = reader.list(schema(), asked)) {
            return about(listing).build();
        }
    }

    private static Response.ResponseBuilder about(Listing listing) {
        Response.ResponseBuilder answer =
                Response.ok().type(MediaType.APPLICATION_JSON_TYPE).header("X-Total-Count", listing.total());
        listing.newest().ifPresent(newest -> answer.header("Last-Modified", HttpDate.of(newest)));
        return answer;
    }

    @POST
    public Response insert() {
        Body sent = Body.of(request);
        BsonValue body = sent.value();
        String key = request.getHeader("Idempotency-Key");
        return key == null || ResourceWriter.documents(body) == 0 ? inserted(body) : repeatable(key, sent, body);
    }

    /** The answer repeats the key: clients learn from it that they may ask again. */
    private Response repeatable(String key, Body sent, BsonValue body) {
        String user = ApiRequest.userOf(request).id();
        InsertAnswer answer = new RepeatableInsert(reporting, user, key).insert(schema(), sent, body, writer);
        return Response.fromResponse(answer.response())
                .header("Idempotency-Key", key)
                .build();
    }

    private Response inserted(BsonValue body) {
        Written written = writer.insert(schema(), body);
        return InsertAnswer.of(written, reporting().config().api().prefix()).response();
    }

    /** Empties the collection. A request with a filter expects something else, and is refused. */
    @DELETE
    public Response deleteAll() {
        if (!HARMLESS.containsAll(RequestArguments.of(request).names())) {
            throw new Malformed(
                    "arguments: DELETE " + resource() + " deletes everything and takes no arguments; expected none");
        }
        writer.deleteAll(schema());
        return Response.noContent().build();
    }

    @GET
    @Path("/{id}")
    public Response item() {
        RequestArguments arguments = RequestArguments.of(request);
        ReadRequest asked = ReadRequest.ofOne(schema(), arguments.first());
        BsonDocument document = address().of(id -> reader.item(schema(), id, asked)
                .orElseThrow(() -> address().absent()));
        EntityTag tag = EntityTag.of(document);
        Instant updated = Instant.ofEpochMilli(document.getDateTime("_updated").getValue());
        if (new Conditions(request).isKnown(tag, updated)) {
            return Response.notModified().header("ETag", tag.quoted()).build();
        }
        Links links = new Links(resource(), arguments);
        return json(200, new EveJson(arguments.has("pretty")).item(schema(), document, links))
                .header("ETag", tag.quoted())
                .header("Last-Modified", HttpDate.of(updated))
                .build();
    }

    @PATCH
    @Path("/{id}")
    public Response patch() {
        BsonValue body = Body.of(request).value();
        return changed(address().of(id -> atVersion(id, version -> writer.patch(schema(), id, version, body))))
                .build();
    }

    @PUT
    @Path("/{id}")
    public Response replace() {
        BsonValue body = Body.of(request).value();
        try {
            Written written = address().of(id -> atVersion(id, version -> writer.replace(schema(), id, version, body)));
            Response.ResponseBuilder answer = changed(written);
            if (written instanceof Written.Changed done) {
                long updated = done.receipt().document().getDateTime("_updated").getValue();
                answer.header("Last-Modified", HttpDate.of(Instant.ofEpochMilli(updated)));
            }
            return answer.build();
        } catch (NotFound absent) {
            return created(body).orElseThrow(() -> absent);
        }
    }

    /** Documents that are named by the store's own identifier can be created under one of the client's choice. */
    private Optional<Response> created(BsonValue body) {
        if (!schema().namedByObjectId() || !body.isDocument()) {
            return Optional.empty();
        }
        if (new Conditions(request).expectsVersion()) {
            throw HttpRefusal.preconditionFailed("If-Match: " + address() + " does not exist");
        }
        BsonObjectId id = new BsonObjectId(new ObjectId(address().name()));
        BsonDocument named = body.asDocument().clone();
        BsonValue other = named.put("_id", id);
        if (other != null && !other.equals(new BsonString(address().name()))) {
            throw new Malformed("_id: another than that of the address " + address() + "; expected the same or none");
        }
        return Optional.of(inserted(named));
    }

    @DELETE
    @Path("/{id}")
    public Response delete() {
        address()
                .of(id -> atVersion(id, version -> {
                    writer.delete(schema(), id, version);
                    return id;
                }));
        return Response.noContent().build();
    }

    private <T> T atVersion(ObjectId id, Function<Optional<String>, T> write) {
        return new Conditions(request)
                .write(
                        () -> reader.item(schema(), id, ReadRequest.everything())
                                .map(document -> document.getString("_etag").getValue()),
                        write);
    }

    private ItemAddress address() {
        return new ItemAddress((ApiRoute.Item) ApiRequest.routeOf(request).orElseThrow(), reader);
    }

    private static Response.ResponseBuilder changed(Written written) {
        if (written instanceof Written.ChangeRefused refused) {
            return json(422, new EveJson(false).notChanged(refused.issues()));
        }
        Receipt receipt = ((Written.Changed) written).receipt();
        return json(200, new EveJson(false).stored(List.of(receipt))).header("ETag", quoted(receipt.etag()));
    }

    private static String quoted(String etag) {
        return "\"" + etag + "\"";
    }

    private static Response.ResponseBuilder json(int status, StreamingOutput body) {
        return Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(body);
    }

    HttpServletRequest request() {
        return request;
    }

    Reporting reporting() {
        return reporting;
    }

    private Schema schema() {
        ApiRoute route = ApiRequest.routeOf(request).orElseThrow();
        return route instanceof ApiRoute.Item item ? item.schema() : ((ApiRoute.Documents) route).schema();
    }

    private String resource() {
        return schema().resource();
    }
}
