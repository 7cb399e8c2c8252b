package org.egcg.reporting.web.rest;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.types.ObjectId;
import org.egcg.reporting.ejb.ReportingReader;
import org.egcg.reporting.error.ReportingException.NotFound;
import org.egcg.reporting.query.Paging;
import org.egcg.reporting.query.Projection;
import org.egcg.reporting.query.ReadRequest;
import org.egcg.reporting.query.Where;
import org.egcg.reporting.resource.Listing;
import org.egcg.reporting.schema.Schema;
import org.egcg.reporting.web.route.ApiRoute;

/**
 * Which document an address means: that of the {@code _id} in it, or else that with its name as the value of the id
 * field, as self links have it.
 */
final class ItemAddress {

    private static final Pattern IDENTIFIER = Pattern.compile("[0-9a-f]{24}");

    private final Schema schema;
    private final String name;
    private final ReportingReader reader;

    ItemAddress(ApiRoute.Item route, ReportingReader reader) {
        this.schema = route.schema();
        this.name = route.id();
        this.reader = reader;
    }

    String name() {
        return name;
    }

    @Override
    public String toString() {
        return schema.resource() + "/" + name;
    }

    NotFound absent() {
        return new NotFound(this + " does not exist");
    }

    /**
     * What comes of a document.
     *
     * @param work throws {@link NotFound} if no document has the identifier
     */
    <T> T of(Function<ObjectId, T> work) {
        if (!IDENTIFIER.matcher(name).matches()) {
            return work.apply(named().orElseThrow(this::absent));
        }
        try {
            return work.apply(new ObjectId(name));
        } catch (NotFound absent) {
            return work.apply(named().orElseThrow(() -> absent));
        }
    }

    private Optional<ObjectId> named() {
        if (schema.namedByObjectId()) {
            return Optional.empty();
        }
        ReadRequest one = ReadRequest.everything()
                .matching(new Where.Equal(schema.idField(), new BsonString(name)))
                .showing(Projection.parse(schema.idField(), "{\"_id\": 1}"))
                .page(new Paging(1, 1));
        try (Listing found = reader.list(schema, one)) {
            return found.hasNext() ? Optional.of(id(found.next())) : Optional.empty();
        }
    }

    private static ObjectId id(BsonDocument document) {
        return document.getObjectId("_id").getValue();
    }
}
