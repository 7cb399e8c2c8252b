package org.egcg.reporting.notice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.types.ObjectId;
import org.egcg.reporting.config.NoticeSettings;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.error.ReportingException.TooManyAttempts;
import org.egcg.reporting.security.User;
import org.egcg.reporting.store.DocumentStore;

/**
 * Tells people what has happened. What is found is kept in an outbox, once, whatever is restarted when, and however many
 * nodes look; what is sent gets to each receiver at least once, with the same id at each attempt. Safe for use by several
 * threads and nodes.
 */
public final class Notices {

    private static final int TESTS = 10;
    private static final Duration HOUR = Duration.ofHours(1);

    private final NoticeSettings settings;
    private final Clock clock;
    private final Lookout lookout;
    private final Subscriptions subscriptions;
    private final SubscriptionRules rules;
    private final OutgoingNotices deliveries;
    private final Receivers receivers;
    private final Router router;
    private final Dispatch dispatch;
    private final Inbox inbox;
    private final Marks marks;
    private final NoticeText wording;
    private final Map<String, List<Instant>> tests = new ConcurrentHashMap<>();

    /**
     * @param facility its name
     * @param watches what looks for news; asked for when something is first looked for
     * @param readers the user of an account; empty if it is gone
     * @param written when documents were last written
     */
    public Notices(
            DocumentStore store,
            NoticeSettings settings,
            String facility,
            Supplier<List<Watch>> watches,
            Function<String, Optional<User>> readers,
            Supplier<Instant> written,
            Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.rules = new SubscriptionRules(settings);
        this.wording = new NoticeText(facility, settings.address());
        Outbox outbox = new Outbox(store, clock);
        this.subscriptions = new Subscriptions(store, rules, clock);
        this.deliveries = new OutgoingNotices(store, clock);
        this.lookout = new Lookout(watches, outbox, () -> forgetOld(outbox, deliveries), written, store, clock);
        this.receivers = new Receivers(store, clock);
        this.router = new Router(outbox, subscriptions, deliveries, rules, readers, clock.getZone());
        Post post = new Post(outbox, deliveries, receivers, router, wording, clock);
        this.dispatch = new Dispatch(deliveries, post, rules);
        this.marks = new Marks(store, clock);
        this.inbox = new Inbox(outbox, subscriptions, marks, clock);
    }

    private static void forgetOld(Outbox outbox, OutgoingNotices deliveries) {
        outbox.forgetOld();
        deliveries.forgetOld();
    }

    /** What is configured. */
    public NoticeSettings settings() {
        return settings;
    }

    /** Says by whom messages of a channel are sent; until then none are. */
    public void sendBy(Channel channel, NoticeSender sender) {
        dispatch.by(channel, sender);
    }

    /**
     * Looks for what has happened; call it every few seconds. Each watch looks when its pause is over, on one of all nodes.
     *
     * @throws org.egcg.reporting.error.ReportingException.Unavailable if the store is away; nothing is lost by that
     */
    public void look() {
        lookout.look();
        inbox.changed();
        router.route(clock.instant());
    }

    /**
     * Sends what waits; call it every few seconds. What is not taken is tried again: after a minute, two, four, up to an
     * hour, for three days.
     *
     * @throws org.egcg.reporting.error.ReportingException.Unavailable if the store is away; nothing is lost by that
     */
    public void deliver() {
        if (dispatch.canSend()) {
            router.route(clock.instant());
            dispatch.deliver();
        }
    }

    /** What users and the facility want to be told. */
    public Subscriptions subscriptions() {
        return subscriptions;
    }

    /** What a user is told in the pages, the latest first. */
    public List<Received> of(User user) {
        return inbox.of(user);
    }

    /** All that was told within 30 days, whoever may see it: the latest first, at most 500. */
    List<Notice> told() {
        return inbox.recent();
    }

    /** How many notices a user is told in the pages, and has not read. */
    public long unread(User user) {
        return inbox.of(user).stream().filter(Received::unread).count();
    }

    /** A user has read a notice. */
    public void markRead(User user, String id) {
        inbox.markRead(user, Set.of(id));
    }

    /** A user has read all that he is told in the pages. */
    public void markAllRead(User user) {
        inbox.markRead(
                user, inbox.of(user).stream().map(one -> one.notice().id()).collect(Collectors.toSet()));
    }

    /** How it stands with all to whom something was sent, or tried. */
    public List<Receiver> receivers() {
        return receivers.all(deliveries.counts());
    }

    /** The latest notice that a subscription would have brought, as a message; an example if there is none yet. */
    public NoticeMessage preview(Subscription subscription, User reader) {
        Notice shown = told().stream()
                .filter(notice -> subscription.tells(notice, reader.role()))
                .findFirst()
                .orElseGet(this::example);
        return wording.message(shown.id(), List.of(shown));
    }

    private Notice example() {
        return Notice.of(
                NoticeKind.RUN_FINISHED,
                "example/" + new ObjectId().toHexString(),
                clock.instant(),
                "an example",
                "This is how you are told: in a line, with the reason and a link.",
                "/notices");
    }

    /**
     * Sends an example at once, to see whether it arrives; ten in an hour at most.
     *
     * @throws NotSent if the receiver has not taken it
     * @throws Malformed if nothing may go to this target, or nothing is sent by this channel
     * @throws TooManyAttempts after ten
     */
    public void test(Subscription subscription, User user) throws NotSent {
        rules.check(subscription);
        NoticeSender sender = dispatch.sender(subscription.channel())
                .orElseThrow(() -> new Malformed(
                        "nothing is sent " + subscription.channel().title()));
        Instant now = clock.instant();
        List<Instant> lately =
                tests.merge(user.id(), List.of(now), (before, one) -> Stream.concat(before.stream(), one.stream())
                        .filter(moment -> moment.isAfter(now.minus(HOUR)))
                        .toList());
        if (lately.size() > TESTS) {
            throw new TooManyAttempts("ten tests in an hour are enough", HOUR);
        }
        Notice example = example();
        sender.send(subscription.target(), wording.message(example.id(), List.of(example)));
    }

    /** Forgets all that is kept of an account that is gone. */
    public void removeAllOf(String account) {
        subscriptions.removeAllOf(account);
        deliveries.removeAllOf(account);
        receivers.removeAllOf(account);
        marks.removeAllOf(account);
    }
}
