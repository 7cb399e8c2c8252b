package org.egcg.reporting.embedded.store;

import io.netty.buffer.ByteBuf;

/** Whether bytes are one BSON document in which no length points beyond what contains it. */
final class SoundBson {

    private static final int DEEPEST = 16;

    private SoundBson() {}

    static boolean isDocument(ByteBuf bytes) {
        return isDocument(bytes, DEEPEST) && !bytes.isReadable();
    }

    /** Reads one document. */
    private static boolean isDocument(ByteBuf bytes, int depth) {
        if (depth == 0 || bytes.readableBytes() <= Integer.BYTES) {
            return false;
        }
        int length = bytes.readIntLE() - Integer.BYTES;
        if (length < 1 || length > bytes.readableBytes()) {
            return false;
        }
        ByteBuf elements = bytes.readSlice(length);
        while (elements.readableBytes() > 1) {
            byte type = elements.readByte();
            if (!skipped(elements, elements.bytesBefore((byte) 0) + 1L) || !isValue(type, elements, depth)) {
                return false;
            }
        }
        return elements.readableBytes() == 1 && elements.readByte() == 0;
    }

    private static boolean isValue(byte type, ByteBuf bytes, int depth) {
        return switch (type) {
            case 0x01, 0x09, 0x11, 0x12 -> skipped(bytes, 8);
            case 0x02 -> isText(bytes);
            case 0x03, 0x04 -> isDocument(bytes, depth - 1);
            case 0x05 -> bytes.readableBytes() > Integer.BYTES && isBinary(bytes);
            case 0x07 -> skipped(bytes, 12);
            case 0x08 -> skipped(bytes, 1);
            case 0x0a -> true;
            case 0x10 -> skipped(bytes, 4);
            case 0x13 -> skipped(bytes, 16);
            default -> false;
        };
    }

    private static boolean isText(ByteBuf bytes) {
        if (bytes.readableBytes() <= Integer.BYTES) {
            return false;
        }
        int length = bytes.readIntLE();
        return length > 0 && skipped(bytes, length);
    }

    private static boolean isBinary(ByteBuf bytes) {
        int length = bytes.readIntLE();
        return length >= 0 && skipped(bytes, length + 1L);
    }

    private static boolean skipped(ByteBuf bytes, long length) {
        if (length < 1 || length > bytes.readableBytes()) {
            return false;
        }
        bytes.skipBytes((int) length);
        return true;
    }
}
