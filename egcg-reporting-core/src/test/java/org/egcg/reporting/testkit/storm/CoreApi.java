package org.egcg.reporting.testkit.storm;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.types.ObjectId;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.error.ReportingException;
import org.egcg.reporting.resource.Receipt;
import org.egcg.reporting.resource.Written;
import org.egcg.reporting.schema.Schema;

/** Writes through the library itself. */
public final class CoreApi implements WriteApi {

    private final Reporting reporting;

    public CoreApi(Reporting reporting) {
        this.reporting = reporting;
    }

    @Override
    public Answer insert(String resource, BsonArray documents) {
        return answered(() -> answer(reporting.writer().insert(reporting.schema(resource), documents)));
    }

    @Override
    public Answer patch(String resource, Address at, BsonDocument changes) {
        return answered(() -> answer(reporting
                .writer()
                .patch(reporting.schema(resource), new ObjectId(at.id()), Optional.of(at.etag()), changes)));
    }

    @Override
    public Answer replace(String resource, Address at, BsonDocument document) {
        return answered(() -> answer(reporting
                .writer()
                .replace(reporting.schema(resource), new ObjectId(at.id()), Optional.of(at.etag()), document)));
    }

    @Override
    public Answer delete(String resource, Address at) {
        return answered(() -> {
            reporting.writer().delete(reporting.schema(resource), new ObjectId(at.id()), Optional.of(at.etag()));
            return new Answer.Done(List.of(""));
        });
    }

    private static Answer answered(Supplier<Answer> write) {
        try {
            return write.get();
        } catch (ReportingException.Unavailable unknown) {
            return new Answer.Unknown(unknown.getMessage());
        } catch (ReportingException refused) {
            return new Answer.Refused(refused.getMessage());
        }
    }

    private static Answer answer(Written written) {
        if (written instanceof Written.Inserted inserted) {
            return new Answer.Done(
                    inserted.receipts().stream().map(Receipt::etag).toList());
        }
        return written instanceof Written.Changed changed
                ? new Answer.Done(List.of(changed.receipt().etag()))
                : new Answer.Refused(written.toString());
    }

    @Override
    public Optional<Address> find(String resource, String name) {
        return addresses(resource, new BsonDocument(Universe.idField(resource), new BsonString(name))).stream()
                .findFirst();
    }

    @Override
    public List<Address> all(String resource) {
        return addresses(resource, new BsonDocument());
    }

    private List<Address> addresses(String resource, BsonDocument filter) {
        Schema schema = reporting.schema(resource);
        return reporting.reader().find(schema, filter).stream()
                .map(found -> new Address(
                        found.getObjectId("_id").getValue().toHexString(),
                        found.getString(Universe.idField(resource)).getValue(),
                        found.getString("_etag").getValue()))
                .toList();
    }
}
