package org.egcg.reporting.ejb;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.bson.types.ObjectId;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.note.Note;
import org.egcg.reporting.security.Role;

/** Notes, as {@link org.egcg.reporting.note.Notes} keeps them: viewers read, editors write, administrators take any away. */
@Singleton
@PermitAll
@AllowedTo
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReportingNotes {

    @Inject
    private Reporting reporting;

    @Inject
    private CurrentUser user;

    /** All on some things of one resource, the earliest first. */
    @AllowedTo(Role.VIEWER)
    public List<Note> on(String resource, List<String> names) {
        return reporting.notes().on(resource, names);
    }

    /** All that were written since a moment and are not deleted, the earliest first. */
    @AllowedTo(Role.VIEWER)
    public List<Note> since(Instant from) {
        return reporting.notes().since(from);
    }

    /** Writes a note in the name of the current user. */
    @AllowedTo(Role.EDITOR)
    public Note write(String resource, String name, String text) {
        return reporting.notes().write(resource, name, text, user.name());
    }

    /** Changes a note of the current user. */
    @AllowedTo(Role.EDITOR)
    public Note edit(ObjectId id, String text) {
        return reporting.notes().edit(id, text, user.name());
    }

    /** Takes a note of the current user away; an administrator, any. */
    @AllowedTo(Role.EDITOR)
    public Note delete(ObjectId id) {
        boolean any =
                user.user().map(known -> known.role().includes(Role.ADMIN)).orElse(false);
        return reporting.notes().delete(id, user.name(), any);
    }
}
