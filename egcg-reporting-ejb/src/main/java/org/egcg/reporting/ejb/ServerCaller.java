package org.egcg.reporting.ejb;

import jakarta.annotation.Resource;
import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.Arrays;
import org.egcg.reporting.error.ReportingException.Forbidden;
import org.egcg.reporting.security.Role;

/** Whom the server's own login knows as the caller, and in which of our roles. */
@Singleton
@PermitAll
@DeclareRoles({Roles.VIEWER, Roles.EDITOR, Roles.ADMIN})
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ServerCaller {

    @Resource
    private SessionContext context;

    public String name() {
        return context.getCallerPrincipal().getName();
    }

    /**
     * Says nothing if the caller is in a role that includes the given one.
     *
     * @throws Forbidden if not
     */
    public void require(Role needed) {
        boolean allowed = Arrays.stream(Role.values())
                .filter(role -> role.includes(needed))
                .anyMatch(role -> context.isCallerInRole(role.text()));
        if (!allowed) {
            throw new Forbidden(name() + " is not in the role " + needed.text());
        }
    }
}
