package org.egcg.reporting.ejb;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.board.BoardAddress;
import org.egcg.reporting.security.Role;

/** The secret addresses of the board, as {@link org.egcg.reporting.board.BoardAddresses} keeps them, for administrators. */
@Singleton
@PermitAll
@AllowedTo
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReportingBoards {

    @Inject
    private Reporting reporting;

    @Inject
    private CurrentUser user;

    /** All that are good, the earliest first. */
    @AllowedTo(Role.ADMIN)
    public List<BoardAddress> all() {
        return reporting.boards().all();
    }

    /** Makes one in the name of the current user; the secret cannot be shown again. */
    @AllowedTo(Role.ADMIN)
    public String make(String name) {
        return reporting.boards().make(name, user.name());
    }

    @AllowedTo(Role.ADMIN)
    public void revoke(String id) {
        reporting.boards().revoke(id);
    }
}
