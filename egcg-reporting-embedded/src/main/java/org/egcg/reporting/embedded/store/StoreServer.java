package org.egcg.reporting.embedded.store;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.wire.MongoDatabaseHandler;
import de.bwaldvogel.mongo.wire.MongoExceptionHandler;
import de.bwaldvogel.mongo.wire.MongoWireMessageEncoder;
import de.bwaldvogel.mongo.wire.MongoWireProtocolHandler;
import de.bwaldvogel.mongo.wire.MongoWireReplyEncoder;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.Future;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Listens for MongoDB's protocol on the loopback address, and lets no client to the backend that has not logged in. */
final class StoreServer implements AutoCloseable {

    /** More than a driver has connections unless told otherwise, so that none waits behind the work of another. */
    private static final int THREADS = 128;

    private static final int WAITING = 1024;
    private static final int SECONDS_TO_END = 5;

    private final MongoBackend backend;
    private final EventLoopGroup accepting = group("embedded-store-accept", 1);
    private final EventLoopGroup working = group("embedded-store", THREADS);
    private final ChannelGroup channels = new DefaultChannelGroup("embedded-store", working.next());
    private final Channel listening;

    StoreServer(MongoBackend backend, int port, ScramAccount account) {
        this.backend = backend;
        try {
            listening = new ServerBootstrap()
                    .group(accepting, working)
                    .channel(NioServerSocketChannel.class)
                    .option(ChannelOption.SO_BACKLOG, WAITING)
                    .childOption(ChannelOption.TCP_NODELAY, true)
                    .childHandler(connection(account, new UnauthenticatedConnections()))
                    .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                    .syncUninterruptibly()
                    .channel();
        } catch (RuntimeException unbound) {
            end();
            throw unbound;
        }
    }

    private static EventLoopGroup group(String name, int threads) {
        return new MultiThreadIoEventLoopGroup(
                threads, new DefaultThreadFactory(name, true), NioIoHandler.newFactory());
    }

    private ChannelInitializer<Channel> connection(ScramAccount account, UnauthenticatedConnections strangers) {
        return new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel channel) {
                channel.pipeline()
                        .addLast(new MongoWireReplyEncoder(), new MongoWireMessageEncoder())
                        .addLast(new SmallMessages(), new MongoWireProtocolHandler())
                        .addLast(
                                new AuthenticationGate(account, strangers), new MongoDatabaseHandler(backend, channels))
                        .addLast(new MongoExceptionHandler());
            }
        };
    }

    InetSocketAddress address() {
        return (InetSocketAddress) listening.localAddress();
    }

    /** Drops all connections; what was begun on them is finished first. */
    @Override
    public void close() {
        listening.close().syncUninterruptibly();
        shutDown(accepting);
        awaitWhoCameLast();
        channels.close().syncUninterruptibly();
        end();
    }

    /**
     * A connection that was accepted waits for its thread. If that ends with it waiting, it is neither served nor closed, and
     * its client waits for an answer until it loses patience.
     */
    private void awaitWhoCameLast() {
        List<Future<?>> turns = new ArrayList<>();
        working.forEach(thread -> turns.add(thread.submit(() -> {})));
        turns.forEach(Future::syncUninterruptibly);
    }

    private void end() {
        shutDown(accepting);
        shutDown(working);
        backend.close();
    }

    private static void shutDown(EventLoopGroup group) {
        group.shutdownGracefully(0, SECONDS_TO_END, TimeUnit.SECONDS).syncUninterruptibly();
    }
}
