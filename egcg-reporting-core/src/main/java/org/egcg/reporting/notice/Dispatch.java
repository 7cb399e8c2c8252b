package org.egcg.reporting.notice;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.egcg.reporting.error.ReportingException.Unavailable;

/** Sends what is due, to four receivers at the same time, so that one that does not answer keeps the others not waiting. */
final class Dispatch {

    private static final System.Logger LOG = System.getLogger(Dispatch.class.getName());
    private static final int AT_ONCE = 4;
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final OutgoingNotices deliveries;
    private final Post post;
    private final SubscriptionRules rules;
    private final Map<Channel, NoticeSender> senders = new ConcurrentHashMap<>();

    Dispatch(OutgoingNotices deliveries, Post post, SubscriptionRules rules) {
        this.deliveries = deliveries;
        this.post = post;
        this.rules = rules;
    }

    void by(Channel channel, NoticeSender sender) {
        senders.put(channel, sender);
    }

    Optional<NoticeSender> sender(Channel channel) {
        return Optional.ofNullable(senders.get(channel));
    }

    boolean canSend() {
        return !senders.isEmpty();
    }

    void deliver() {
        Set<MessageAddress> addresses = deliveries.addresses();
        if (addresses.size() == 1) {
            addresses.forEach(this::deliver);
        } else if (!addresses.isEmpty()) {
            together(addresses);
        }
    }

    private void together(Set<MessageAddress> addresses) {
        ExecutorService posts = Executors.newFixedThreadPool(AT_ONCE, work -> {
            Thread thread = new Thread(work, "notices");
            thread.setDaemon(true);
            return thread;
        });
        List<Runnable> all = new ArrayList<>();
        addresses.forEach(address -> all.add(() -> deliver(address)));
        all.forEach(posts::execute);
        posts.shutdown();
        try {
            if (!posts.awaitTermination(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
                posts.shutdownNow();
            }
        } catch (InterruptedException stopped) {
            posts.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private void deliver(MessageAddress address) {
        try {
            NoticeSender sender = senders.get(address.channel());
            if (sender != null && rules.isGood(address.channel(), address.target())) {
                post.deliver(address, sender);
            } else {
                post.withdraw(address);
            }
        } catch (Unavailable away) {
            LOG.log(System.Logger.Level.DEBUG, "notices wait: {0}", away.getMessage());
        } catch (RuntimeException failed) {
            LOG.log(System.Logger.Level.ERROR, "a notice could not be sent", failed);
        }
    }
}
