package org.egcg.reporting.ejb;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.error.ReportingException.Conflict;
import org.egcg.reporting.error.ReportingException.NotFound;
import org.egcg.reporting.security.ApiToken;
import org.egcg.reporting.security.Role;
import org.egcg.reporting.security.Session;
import org.egcg.reporting.security.User;

/**
 * Looks after the accounts of others, for administrators. What is done to an account names the version of it that was
 * seen, and is refused as a {@link Conflict} if it was changed meanwhile.
 */
@Singleton
@PermitAll
@AllowedTo
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReportingAccounts {

    @Inject
    private Reporting reporting;

    @Inject
    private CurrentUser user;

    @AllowedTo(Role.ADMIN)
    public List<User> all() {
        return reporting.users().all();
    }

    @AllowedTo(Role.ADMIN)
    public Optional<User> withId(String id) {
        return reporting.users().withId(id);
    }

    /** Adds an account; gives its initial password, which is good for some days and has to be changed. */
    @AllowedTo(Role.ADMIN)
    public String add(String name, Role role) {
        return reporting.users().addWithInitialPassword(name, role);
    }

    /** Gives another role; sessions and tokens of the account end. */
    @AllowedTo(Role.ADMIN)
    public void grant(User account, Role role) {
        reporting.users().grant(account.id(), account.version(), role);
    }

    /** Gives a new initial password; sessions and tokens of the account end. */
    @AllowedTo(Role.ADMIN)
    public String resetPassword(User account) {
        return reporting.users().resetPassword(account.id(), account.version());
    }

    /** Turns the second factor off. */
    @AllowedTo(Role.ADMIN)
    public void withoutSecondFactor(User account) {
        reporting.secondFactor().disable(account.id());
    }

    /** Removes the account with all that is of it. */
    @AllowedTo(Role.ADMIN)
    public void remove(User account) {
        reporting.users().remove(account.id(), account.version());
    }

    /** In which browsers it is logged in. */
    @AllowedTo(Role.ADMIN)
    public List<Session> sessions(User account) {
        return reporting.sessions().of(account.id());
    }

    @AllowedTo(Role.ADMIN)
    public void endSession(User account, String sessionId) {
        reporting.sessions().end(account.id(), sessionId);
    }

    @AllowedTo(Role.ADMIN)
    public void endSessions(User account) {
        reporting.sessions().endAll(account.id());
    }

    /** The tokens of its programs. */
    @AllowedTo(Role.ADMIN)
    public List<ApiToken> tokens(User account) {
        return reporting.apiTokens().of(account);
    }

    /**
     * Revokes a token.
     *
     * @throws NotFound if there is no such token
     */
    @AllowedTo(Role.ADMIN)
    public void revoke(ApiToken token) {
        reporting.apiTokens().revoke(token.id(), user.name());
    }
}
