package org.egcg.reporting.notice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.BsonObjectId;
import org.egcg.reporting.notice.OutgoingNotices.OutgoingNotice;
import org.egcg.reporting.notice.OutgoingNotices.State;
import org.egcg.reporting.notice.Receivers.Claim;

/** Sends to one receiver what waits for it: in order, until one is not taken. */
final class Post {

    private static final System.Logger LOG = System.getLogger(Post.class.getName());

    private static final int MOST_REFUSALS = 5;
    private static final Duration GIVEN_UP_AFTER = Duration.ofDays(3);
    private static final Duration RENEWED_BEFORE = Duration.ofMinutes(1);

    private final Outbox outbox;
    private final OutgoingNotices deliveries;
    private final Receivers receivers;
    private final Router router;
    private final NoticeText wording;
    private final Clock clock;

    Post(
            Outbox outbox,
            OutgoingNotices deliveries,
            Receivers receivers,
            Router router,
            NoticeText wording,
            Clock clock) {
        this.outbox = outbox;
        this.deliveries = deliveries;
        this.receivers = receivers;
        this.router = router;
        this.wording = wording;
        this.clock = clock;
    }

    /** What goes into one message. */
    private record Parcel(String id, List<OutgoingNotice> deliveries) {}

    void deliver(MessageAddress address, NoticeSender sender) {
        Optional<Claim> claim = receivers.claim(address);
        if (claim.isPresent()) {
            Optional<Claim> kept = claim;
            for (Parcel parcel : parcels(address)) {
                kept = kept.flatMap(this::renewed).flatMap(held -> sent(held, address, parcel, sender));
            }
            kept.ifPresent(receivers::release);
        }
    }

    /** Withdraws what waits for an address to which nothing can be sent any more. */
    void withdraw(MessageAddress address) {
        receivers.claim(address).ifPresent(claim -> {
            deliveries.due(address).forEach(one -> deliveries.settle(one, State.WITHDRAWN));
            receivers.release(claim);
        });
    }

    private List<Parcel> parcels(MessageAddress address) {
        Map<String, List<OutgoingNotice>> parcels = new LinkedHashMap<>();
        for (OutgoingNotice one : deliveries.due(address)) {
            String id = one.digest()
                    .map(moment -> NoticeIds.of(address.id().toHexString(), moment.toString()))
                    .orElse(one.notice())
                    .toHexString();
            parcels.computeIfAbsent(id, any -> new ArrayList<>()).add(one);
        }
        return parcels.entrySet().stream()
                .map(parcel -> new Parcel(parcel.getKey(), parcel.getValue()))
                .toList();
    }

    private Optional<Claim> renewed(Claim claim) {
        boolean isLate = claim.until().minus(RENEWED_BEFORE).isBefore(clock.instant());
        return isLate ? receivers.renewed(claim) : Optional.of(claim);
    }

    /** The claim with which the next one may be sent; empty if the receiver is to be left alone. */
    private Optional<Claim> sent(Claim claim, MessageAddress address, Parcel parcel, NoticeSender sender) {
        List<OutgoingNotice> told = new ArrayList<>();
        List<Notice> notices = new ArrayList<>();
        for (OutgoingNotice one : parcel.deliveries()) {
            Optional<Notice> notice = outbox.named(new BsonObjectId(one.notice()))
                    .filter(known -> router.isReader(address.owner(), known));
            notice.ifPresentOrElse(notices::add, () -> deliveries.settle(one, State.WITHDRAWN));
            notice.ifPresent(known -> told.add(one));
        }
        if (notices.isEmpty()) {
            return Optional.of(claim);
        }
        try {
            sender.send(address.target(), wording.message(parcel.id(), notices));
            told.forEach(one -> deliveries.settle(one, State.SENT));
            return receivers.succeeded(claim);
        } catch (NotSent failed) {
            failed(claim, told, failed);
            return Optional.empty();
        }
    }

    private void failed(Claim claim, List<OutgoingNotice> tried, NotSent failure) {
        if (claim.failures() == 0) {
            LOG.log(System.Logger.Level.WARNING, "a notice was not sent: {0}; it is tried again", failure.getMessage());
        }
        Instant longAgo = clock.instant().minus(GIVEN_UP_AFTER);
        for (OutgoingNotice one : tried) {
            Instant due = one.digest().orElse(one.since());
            boolean isOver = due.isBefore(longAgo) || (failure.isRefused() && one.refusals() + 1 >= MOST_REFUSALS);
            if (isOver) {
                deliveries.settle(one, State.GIVEN_UP);
            } else if (failure.isRefused()) {
                deliveries.refused(one);
            }
        }
        receivers.failed(claim, String.valueOf(failure.getMessage()));
    }
}
