package org.egcg.reporting.embedded.store;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.CorruptedFrameException;
import io.netty.handler.codec.LengthFieldBasedFrameDecoder;
import java.nio.ByteOrder;

/**
 * Lets through what a login needs: few small messages at a time, one sound document in each. The decoder behind it believes every
 * length that it reads, and would take gigabytes for a message of thirty bytes. Removed once the client has logged in.
 */
final class SmallMessages extends LengthFieldBasedFrameDecoder {

    private static final int LONGEST = 16 * 1024;
    /** A driver that watches may greet each half second. */
    private static final int MOST = 64;

    private static final long WITHIN_NANOS = 30_000_000_000L;
    private static final int OPERATION = 12;
    private static final int OP_QUERY = 2004;
    private static final int OP_MSG = 2013;
    /** Header, flags, and the kind of the only section. */
    private static final int BEFORE_DOCUMENT_OF_MESSAGE = 21;

    private static final int BEFORE_COLLECTION = 20;
    private static final int SKIP_AND_LIMIT = 8;

    private int messages;
    private long since = System.nanoTime();

    SmallMessages() {
        super(ByteOrder.LITTLE_ENDIAN, LONGEST, 0, Integer.BYTES, -Integer.BYTES, 0, true);
    }

    @Override
    protected Object decode(ChannelHandlerContext context, ByteBuf in) throws Exception {
        ByteBuf message = (ByteBuf) super.decode(context, in);
        if (message != null && (isTooMany() || !isSound(message))) {
            message.release();
            throw new CorruptedFrameException("no message of a login");
        }
        return message;
    }

    private boolean isTooMany() {
        long now = System.nanoTime();
        if (now - since > WITHIN_NANOS) {
            since = now;
            messages = 0;
        }
        return ++messages > MOST;
    }

    private static boolean isSound(ByteBuf message) {
        int document = document(message);
        return document >= 0 && SoundBson.isDocument(message.slice(document, message.readableBytes() - document));
    }

    /** Where the message's only document begins; -1 if it is of a kind that no login has. */
    private static int document(ByteBuf message) {
        int begin = message.readerIndex();
        if (message.readableBytes() <= BEFORE_DOCUMENT_OF_MESSAGE) {
            return -1;
        }
        return switch (message.getIntLE(begin + OPERATION)) {
            case OP_MSG ->
                message.getIntLE(begin + OPERATION + 4) == 0
                                && message.getByte(begin + BEFORE_DOCUMENT_OF_MESSAGE - 1) == 0
                        ? begin + BEFORE_DOCUMENT_OF_MESSAGE
                        : -1;
            case OP_QUERY -> {
                int end = message.indexOf(begin + BEFORE_COLLECTION, message.writerIndex(), (byte) 0);
                yield end < 0 || end + 1 + SKIP_AND_LIMIT >= message.writerIndex() ? -1 : end + 1 + SKIP_AND_LIMIT;
            }
            default -> -1;
        };
    }
}
