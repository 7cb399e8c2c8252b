package org.egcg.reporting.signin;

import com.unboundid.ldap.sdk.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/**
 * Whether an account of a directory is closed: disabled, expired, or locked by an administrator. A lock after wrong
 * passwords is none: others can bring it about, and the server itself refuses the password meanwhile.
 */
final class AccountState {

    /** Where directories say it; most only to those who ask for these by name. */
    static final List<String> ATTRIBUTES = List.of(
            "userAccountControl",
            "accountExpires",
            "nsAccountLock",
            "loginDisabled",
            "pwdAccountLockedTime",
            "shadowExpire");

    private static final long DISABLED = 2;
    private static final String FOR_EVER = "000001010000Z";

    /** Active Directory counts tenths of microseconds from 1601. */
    private static final Instant YEAR_1601 = Instant.parse("1601-01-01T00:00:00Z");

    private static final long TICKS = 10_000_000;

    private AccountState() {}

    static boolean isClosed(Entry entry, Instant now) {
        boolean disabled = (number(entry, "userAccountControl").orElse(0) & DISABLED) != 0
                || says(entry, "nsAccountLock")
                || says(entry, "loginDisabled")
                || FOR_EVER.equals(entry.getAttributeValue("pwdAccountLockedTime"));
        return disabled || isExpired(entry, now);
    }

    private static boolean says(Entry entry, String attribute) {
        return "true".equalsIgnoreCase(entry.getAttributeValue(attribute));
    }

    private static boolean isExpired(Entry entry, Instant now) {
        long ticks = number(entry, "accountExpires").orElse(0);
        boolean ends = ticks > 0 && ticks < Long.MAX_VALUE;
        long days = number(entry, "shadowExpire").orElse(-1);
        return (ends && YEAR_1601.plusSeconds(ticks / TICKS).isBefore(now))
                || (days >= 0 && Instant.EPOCH.plus(Duration.ofDays(days)).isBefore(now));
    }

    private static OptionalLong number(Entry entry, String attribute) {
        Long value = entry.getAttributeValueAsLong(attribute);
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }
}
