package org.egcg.reporting.ejb;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.types.ObjectId;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.aggregation.legacy.LegacyDocuments;
import org.egcg.reporting.consistency.InconsistencyReport;
import org.egcg.reporting.error.ReportingException.NotFound;
import org.egcg.reporting.query.ReadRequest;
import org.egcg.reporting.resource.Listing;
import org.egcg.reporting.schema.Schema;
import org.egcg.reporting.security.Role;
import org.egcg.reporting.store.Documents;

/** Reads documents, for viewers. What it answers is read from the store as it is consumed, also after the call. */
@Singleton
@PermitAll
@AllowedTo
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReportingReader {

    @Inject
    private Reporting reporting;

    /**
     * The schema of a resource.
     *
     * @throws NotFound if there is no resource of this name
     */
    @AllowedTo(Role.VIEWER)
    public Schema schema(String resource) {
        return reporting.schema(resource);
    }

    /** One page of what matches; close it. */
    @AllowedTo(Role.VIEWER)
    public Listing list(Schema schema, ReadRequest request) {
        return reporting.reader().list(schema, request);
    }

    /** Everything that matches, whatever page is asked for; close it. */
    @AllowedTo(Role.VIEWER)
    public Documents all(Schema schema, ReadRequest request) {
        return reporting.reader().all(schema, request);
    }

    /** One document, if it exists; of the request only projection and embedding count. */
    @AllowedTo(Role.VIEWER)
    public Optional<BsonDocument> item(Schema schema, ObjectId id, ReadRequest request) {
        return reporting.reader().item(schema, id, request);
    }

    /** What does not fit together in the documents. */
    @AllowedTo(Role.VIEWER)
    public InconsistencyReport inconsistencies() {
        return reporting.inconsistencies().report();
    }

    /** How many documents match. */
    @AllowedTo(Role.VIEWER)
    public long count(Schema schema, BsonDocument filter) {
        return reporting.reader().count(schema, filter);
    }

    /**
     * A report that the database computes, under a name of an earlier API; close it.
     *
     * @throws NotFound if there is no report of this name
     */
    @AllowedTo(Role.VIEWER)
    public LegacyDocuments report(String name, Map<String, String> arguments) {
        return reporting
                .databaseReports()
                .answer(name, arguments)
                .orElseThrow(() -> new NotFound("aggregate/" + name + " does not exist"));
    }
}
