package org.egcg.reporting.embedded;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The connections on which nobody has logged in yet. They are few and short-lived: where there are too many the oldest
 * goes, so that who cannot log in never keeps out who can.
 */
final class Strangers {

    static final int MOST = 256;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Deque<Channel> channels = new ArrayDeque<>();

    void add(Channel channel) {
        Future<?> limit =
                channel.eventLoop().schedule(() -> closeIfStill(channel), PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        channel.closeFuture().addListener(closed -> {
            remove(channel);
            limit.cancel(false);
        });
        added(channel).ifPresent(Strangers::close);
    }

    private static void close(Channel channel) {
        channel.close().addListener(ChannelFutureListener.FIRE_EXCEPTION_ON_FAILURE);
    }

    /** Who has to go for it. */
    private synchronized Optional<Channel> added(Channel channel) {
        channels.addLast(channel);
        return channels.size() > MOST ? Optional.of(channels.removeFirst()) : Optional.empty();
    }

    private void closeIfStill(Channel channel) {
        if (remove(channel)) {
            close(channel);
        }
    }

    /** True if it was one. */
    synchronized boolean remove(Channel channel) {
        return channels.remove(channel);
    }
}
