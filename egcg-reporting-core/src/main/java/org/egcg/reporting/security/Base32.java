package org.egcg.reporting.security;

import java.math.BigInteger;
import java.security.SecureRandom;

/** Random bits in the alphabet that authenticator apps and people read (RFC 4648). */
final class Base32 {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Base32() {}

    /** @param characters a multiple of eight, so that they stand for whole bytes */
    static String random(int characters) {
        StringBuilder text = new StringBuilder();
        for (int index = 0; index < characters; index++) {
            text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    static byte[] bytes(String text) {
        BigInteger value = BigInteger.ONE;
        for (int index = 0; index < text.length(); index++) {
            value = value.shiftLeft(BITS).or(BigInteger.valueOf(ALPHABET.indexOf(text.charAt(index))));
        }
        byte[] withLeadingOne = value.toByteArray();
        byte[] bytes = new byte[text.length() * BITS / 8];
        System.arraycopy(withLeadingOne, withLeadingOne.length - bytes.length, bytes, 0, bytes.length);
        return bytes;
    }
}
