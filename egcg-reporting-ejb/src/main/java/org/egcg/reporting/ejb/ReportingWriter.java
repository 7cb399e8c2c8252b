package org.egcg.reporting.ejb;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import org.bson.BsonValue;
import org.bson.types.ObjectId;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.resource.IdempotencyKeys;
import org.egcg.reporting.resource.Written;
import org.egcg.reporting.schema.Schema;
import org.egcg.reporting.security.Role;

/**
 * Writes documents, for editors, with the outcomes and exceptions of {@link org.egcg.reporting.resource.ResourceWriter}.
 * After each write that has happened, observers get a {@link org.egcg.reporting.resource.DocumentsWritten}.
 */
@Singleton
@PermitAll
@AllowedTo
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReportingWriter {

    @Inject
    private Reporting reporting;

    /** Stores one document or a list of them: all, or none. */
    @AllowedTo(Role.EDITOR)
    public Written insert(Schema schema, BsonValue body) {
        return reporting.writer().insert(schema, body);
    }

    /** The same under identifiers settled beforehand. */
    @AllowedTo(Role.EDITOR)
    public Written insert(Schema schema, BsonValue body, IdempotencyKeys.Claim.Mine claim) {
        return reporting.writer().insert(schema, body, claim);
    }

    /**
     * Changes some fields of a document; nested objects merge.
     *
     * @param etag the version that the client has read
     */
    @AllowedTo(Role.EDITOR)
    public Written patch(Schema schema, ObjectId id, Optional<String> etag, BsonValue body) {
        return reporting.writer().patch(schema, id, etag, body);
    }

    /** Puts a document in another's place, which keeps its identity and time of creation. */
    @AllowedTo(Role.EDITOR)
    public Written replace(Schema schema, ObjectId id, Optional<String> etag, BsonValue body) {
        return reporting.writer().replace(schema, id, etag, body);
    }

    /** Deletes a document. */
    @AllowedTo(Role.EDITOR)
    public void delete(Schema schema, ObjectId id, Optional<String> etag) {
        reporting.writer().delete(schema, id, etag);
    }

    /** Deletes every document of the resource. */
    @AllowedTo(Role.ADMIN)
    public void deleteAll(Schema schema) {
        reporting.writer().deleteAll(schema);
    }
}
