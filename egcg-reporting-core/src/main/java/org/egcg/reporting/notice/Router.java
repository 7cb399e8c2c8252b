package org.egcg.reporting.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.BsonDocument;
import org.egcg.reporting.security.Role;
import org.egcg.reporting.security.User;

/**
 * Settles who is to be told of what is in the outbox. What it was interrupted in it does again.
 *
 * @param readers the user of an account; empty if it is gone
 * @param zone in which the hour of daily summaries is
 */
record Router(
        Outbox outbox,
        Subscriptions subscriptions,
        OutgoingNotices deliveries,
        SubscriptionRules rules,
        Function<String, Optional<User>> readers,
        ZoneId zone) {

    void route(Instant now) {
        List<BsonDocument> unrouted = outbox.unrouted();
        if (unrouted.isEmpty()) {
            return;
        }
        List<Subscription> sent = subscriptions.all().stream()
                .filter(one -> one.channel() != Channel.PAGE && rules.isGood(one.channel(), one.target()))
                .toList();
        for (BsonDocument told : unrouted) {
            Notice.of(told).ifPresent(notice -> sent.stream()
                    .filter(one -> mayBeTold(one, notice))
                    .forEach(one -> deliveries.add(
                            told.getObjectId("_id").getValue(),
                            new MessageAddress(one.owner(), one.channel(), one.target()),
                            one.daily() ? Optional.of(nextSummary(now)) : Optional.empty())));
            outbox.routed(told);
        }
    }

    private boolean mayBeTold(Subscription one, Notice notice) {
        return one.wants(notice) && isReader(one.owner(), notice);
    }

    /** What the facility has asked for, administrators have. */
    boolean isReader(String owner, Notice notice) {
        Optional<Role> role =
                owner.isEmpty() ? Optional.of(Role.ADMIN) : readers.apply(owner).map(User::role);
        return role.filter(known -> known.includes(notice.kind().readers())).isPresent();
    }

    private Instant nextSummary(Instant now) {
        int hour = rules.settings().digestHour();
        LocalDate today = LocalDate.ofInstant(now, zone);
        ZonedDateTime next = today.atTime(hour, 0).atZone(zone);
        return (next.toInstant().isAfter(now)
                        ? next
                        : today.plusDays(1).atTime(hour, 0).atZone(zone))
                .toInstant();
    }
}
