package org.egcg.reporting.security;

import java.util.HexFormat;
import java.util.UUID;

/** What tells an account from all others, those that had its name before included. */
final class AccountId {

    private AccountId() {}

    static String made() {
        return UUID.randomUUID().toString();
    }

    /** The id of a user whom something else has added: the same as long as nothing about him is changed. */
    static String derived(String name, Object hash) {
        byte[] stored = hash instanceof byte[] digest ? digest : Passwords.sha256(String.valueOf(hash));
        return UUID.nameUUIDFromBytes(
                        Passwords.sha256(name + "\n" + HexFormat.of().formatHex(stored)))
                .toString();
    }
}
