package org.egcg.reporting.consistency;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Finds which of very many keys occur more than once, in eight bytes for each: keys are told apart by a hash of 64 bits, so
 * that what is found has to be compared in full.
 */
final class Keys {

    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;
    private static final long MIX_1 = 0xff51afd7ed558ccdL;
    private static final long MIX_2 = 0xc4ceb9fe1a85ec53L;
    private static final int HALF = 33;
    private static final int AT_FIRST = 1024;

    private long[] hashes = new long[AT_FIRST];
    private int size;

    /** A hash of texts in their order. */
    static long of(String... texts) {
        long hash = OFFSET;
        for (String text : texts) {
            for (int i = 0; i < text.length(); i++) {
                hash = (hash ^ text.charAt(i)) * PRIME;
            }
            hash = (hash ^ Character.MAX_VALUE) * PRIME;
        }
        hash = (hash ^ hash >>> HALF) * MIX_1;
        hash = (hash ^ hash >>> HALF) * MIX_2;
        return hash ^ hash >>> HALF;
    }

    void add(long hash) {
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, size * 2);
        }
        hashes[size++] = hash;
    }

    /** The hashes that were added more than once; those that were added are gone afterwards. */
    Set<Long> several() {
        Arrays.sort(hashes, 0, size);
        Set<Long> several = new HashSet<>();
        for (int i = 1; i < size; i++) {
            if (hashes[i] == hashes[i - 1]) {
                several.add(hashes[i]);
            }
        }
        hashes = new long[0];
        size = 0;
        return several;
    }
}
