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
import org.egcg.reporting.error.ReportingException.Forbidden;
import org.egcg.reporting.notice.NotSent;
import org.egcg.reporting.notice.NoticeMessage;
import org.egcg.reporting.notice.Notices;
import org.egcg.reporting.notice.Received;
import org.egcg.reporting.notice.Receiver;
import org.egcg.reporting.notice.Subscription;
import org.egcg.reporting.security.Role;
import org.egcg.reporting.security.User;

/**
 * Notices, as {@link Notices} keeps them, for the current user: each reads his own and subscribes for himself,
 * administrators for the facility as well. A caller whom only the server knows has no account, and so no notices.
 */
@Singleton
@PermitAll
@AllowedTo
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReportingNotices {

    @Inject
    private Reporting reporting;

    @Inject
    private CurrentUser user;

    private Notices notices() {
        return reporting.notices();
    }

    private User self() {
        return user.user().orElseThrow(() -> new Forbidden("only accounts of this service have notices"));
    }

    /** What the current user is told in the pages, the latest first. */
    @AllowedTo(Role.VIEWER)
    public List<Received> all() {
        return notices().of(self());
    }

    /** How many of these he has not read. */
    @AllowedTo(Role.VIEWER)
    public long unread() {
        return user.user().map(notices()::unread).orElse(0L);
    }

    @AllowedTo(Role.VIEWER)
    public void markRead(String id) {
        notices().markRead(self(), id);
    }

    @AllowedTo(Role.VIEWER)
    public void markAllRead() {
        notices().markAllRead(self());
    }

    /** His own subscriptions. */
    @AllowedTo(Role.VIEWER)
    public List<Subscription> subscriptions() {
        return notices().subscriptions().of(self().id());
    }

    /** The facility's. */
    @AllowedTo(Role.VIEWER)
    public List<Subscription> facilitys() {
        return notices().subscriptions().of("");
    }

    /** Keeps one of the current user's, or an administrator's of the facility's. */
    @AllowedTo(Role.VIEWER)
    public void subscribe(Subscription wanted) {
        check(wanted.owner());
        notices().subscriptions().add(wanted);
    }

    /** Forgets one. */
    @AllowedTo(Role.VIEWER)
    public void unsubscribe(String owner, String id) {
        check(owner);
        notices().subscriptions().remove(owner, id);
    }

    private void check(String owner) {
        if (owner.isEmpty()) {
            user.require(Role.ADMIN);
        } else if (!owner.equals(self().id())) {
            throw new Forbidden("these are another user's");
        }
    }

    /** The latest notice that a subscription would have brought, as a message. */
    @AllowedTo(Role.VIEWER)
    public NoticeMessage preview(Subscription subscription) {
        check(subscription.owner());
        return notices().preview(subscription, self());
    }

    /**
     * Sends an example at once.
     *
     * @throws NotSent if the receiver has not taken it
     */
    @AllowedTo(Role.VIEWER)
    public void test(Subscription subscription) throws NotSent {
        check(subscription.owner());
        notices().test(subscription, self());
    }

    /** How it stands with the current user's receivers; for an administrator, with all. */
    @AllowedTo(Role.VIEWER)
    public List<Receiver> receivers() {
        User asking = self();
        return notices().receivers().stream()
                .filter(receiver ->
                        receiver.owner().equals(asking.id()) || asking.role().includes(Role.ADMIN))
                .toList();
    }
}
