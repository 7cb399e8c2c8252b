package org.egcg.reporting.embedded.store;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The connections whose clients have not logged in yet. They are few, and go when they are silent: where there are too many,
 * the one that is silent for longest goes, so that who cannot log in never keeps out who can. Drivers watch a server on
 * connections on which they never log in; these greet again and again, and stay.
 */
final class UnauthenticatedConnections {

    static final int MOST = 256;

    private final Duration patience;
    private final Map<Channel, Long> heard = new LinkedHashMap<>();

    UnauthenticatedConnections() {
        this(Duration.ofSeconds(30));
    }

    /** @param patience how long one may be silent */
    UnauthenticatedConnections(Duration patience) {
        this.patience = patience;
    }

    void add(Channel channel) {
        channel.closeFuture().addListener(closed -> remove(channel));
        added(channel).ifPresent(UnauthenticatedConnections::close);
        watch(channel, patience.toNanos());
    }

    private static void close(Channel channel) {
        channel.close().addListener(ChannelFutureListener.FIRE_EXCEPTION_ON_FAILURE);
    }

    /** Who has to go for it. */
    private synchronized Optional<Channel> added(Channel channel) {
        heard.put(channel, System.nanoTime());
        if (heard.size() <= MOST) {
            return Optional.empty();
        }
        Iterator<Channel> silent = heard.keySet().iterator();
        Channel first = silent.next();
        silent.remove();
        return Optional.of(first);
    }

    private void watch(Channel channel, long nanos) {
        Future<?> unused = channel.eventLoop().schedule(() -> look(channel), nanos, TimeUnit.NANOSECONDS);
    }

    private void look(Channel channel) {
        Optional<Long> left = left(channel);
        left.filter(nanos -> nanos > 0).ifPresent(nanos -> watch(channel, nanos));
        left.filter(nanos -> nanos <= 0).ifPresent(late -> close(channel));
    }

    /** How long it may still be silent, in nanoseconds; empty if it is none of these any more. */
    private synchronized Optional<Long> left(Channel channel) {
        return Optional.ofNullable(heard.get(channel)).map(last -> last + patience.toNanos() - System.nanoTime());
    }

    /** It has greeted, again perhaps. */
    synchronized void heard(Channel channel) {
        if (heard.remove(channel) != null) {
            heard.put(channel, System.nanoTime());
        }
    }

    synchronized void remove(Channel channel) {
        heard.remove(channel);
    }
}
