package org.egcg.reporting.security;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.egcg.reporting.error.ReportingException.Conflict;
import org.egcg.reporting.error.ReportingException.Forbidden;
import org.egcg.reporting.security.UserTable.Row;
import org.egcg.reporting.security.internal.SecurityLog;

/**
 * Accounts that have no password here, because another list of people vouches for them: made when a user of it comes
 * first, renewed each time he comes, and of no use as soon as the list does not have him any more. Thread-safe.
 */
final class ExternalAccounts {

    static final Duration CONFIRMED_FOR = Duration.ofMinutes(4);
    static final Duration HELD_FOR = Duration.ofHours(24);

    private record Vouching(
            RoleMapping roles, Optional<Directory> directory, Duration confirmedFor, Duration heldFor) {}

    private final UserTable table;
    private final InstantSource clock;
    private volatile Vouching vouching = new Vouching(RoleMapping.none(), Optional.empty(), CONFIRMED_FOR, HELD_FOR);

    ExternalAccounts(UserTable table, InstantSource clock) {
        this.table = table;
        this.clock = clock;
    }

    void vouchedBy(RoleMapping roles, Optional<Directory> directory, Duration confirmedFor, Duration heldFor) {
        vouching = new Vouching(roles, directory, confirmedFor, heldFor);
    }

    /** How long the directory's word holds. */
    Duration confirmedFor() {
        return vouching.confirmedFor();
    }

    User admit(ExternalUser external) {
        UserNames.check(external.name());
        Role role = vouching.roles()
                .role(external.groups())
                .orElseThrow(() -> new Forbidden(external.name() + " is in no group that is admitted"));
        Optional<Row> known = table.external(external.source(), external.subject());
        keepApart(external, known.map(row -> row.user().id()).orElse(""));
        User user = known.map(row -> renewed(row, external, role)).orElseGet(() -> made(external, role));
        table.confirm(user, clock.instant());
        return user;
    }

    /** Two people never have one name, not even in another case. A directory's name that was given anew ends the old. */
    private void keepApart(ExternalUser external, String id) {
        for (Row row : table.all()) {
            User user = row.user();
            if (user.id().equals(id) || !user.name().equalsIgnoreCase(external.name())) {
                continue;
            }
            if (user.source() != Source.LDAP || external.source() != Source.LDAP) {
                throw new Conflict("user " + user.name() + " exists, known by "
                        + user.source().text());
            }
            table.delete(user, clock.instant());
            SecurityLog.warn("user removed, the name is another's in the directory", "user", user.name());
        }
    }

    private User made(ExternalUser external, Role role) {
        User user = new User(AccountId.made(), external.name(), role, false, 1, external.source(), false);
        table.insert(user, "", external.subject(), clock.instant());
        SecurityLog.note(
                "user added",
                "user",
                user.name(),
                "role",
                role.text(),
                "by",
                external.source().text());
        return user;
    }

    /** Another role keeps the version: sessions go on in it, for it is looked up with each request. */
    private User renewed(Row row, ExternalUser external, Role role) {
        User user = row.user();
        if (!user.name().equals(external.name())) {
            table.rename(user, external.name(), clock.instant());
            SecurityLog.note("user renamed", "user", user.name(), "now", external.name());
            user = table.row(external.name()).orElseThrow().user();
        }
        if (user.role() == role) {
            return user;
        }
        User changed =
                new User(user.id(), user.name(), role, false, user.version(), user.source(), user.secondFactor());
        table.renew(changed);
        SecurityLog.note(
                "role changed",
                "user",
                user.name(),
                "role",
                role.text(),
                "by",
                external.source().text());
        return changed;
    }

    /** Ends what an account was granted; once, until its list has it again. */
    void suspend(Row row) {
        if (row.user().isLocal() || row.confirmed() == 0) {
            return;
        }
        table.describe(row.user().renewed(row.user().role(), false), clock.instant());
        table.confirm(row.user(), java.time.Instant.EPOCH);
        SecurityLog.warn(
                "user suspended",
                "user",
                row.user().name(),
                "by",
                row.user().source().text());
    }

    Optional<User> confirmed(Row row) {
        User user = row.user();
        long age = clock.millis() / 1000 - row.confirmed();
        boolean asked = user.source() == Source.LDAP;
        Duration good = asked ? vouching.confirmedFor() : vouching.heldFor();
        if (user.isLocal() || (row.confirmed() != 0 && age < good.toSeconds())) {
            return Optional.of(user);
        } else if (!asked) {
            return Optional.empty();
        }
        Optional<User> again = directory()
                .flatMap(list -> list.named(user.name()))
                .filter(external -> external.subject().equals(row.subject()))
                .flatMap(this::admitted);
        if (again.isEmpty()) {
            suspend(row);
        }
        return again;
    }

    /** A user of the directory by his password; empty if this is no account of it, or the password is another. */
    Optional<User> authenticate(String name, String password, Optional<Row> row) {
        boolean elsewhere =
                row.filter(known -> known.user().source() != Source.LDAP).isPresent();
        if (elsewhere || password.isEmpty()) {
            return Optional.empty();
        }
        return directory().flatMap(list -> list.authenticate(name, password)).flatMap(this::admitted);
    }

    private Optional<Directory> directory() {
        return vouching.directory().filter(list -> list.source() == Source.LDAP);
    }

    private Optional<User> admitted(ExternalUser external) {
        try {
            return Optional.of(admit(external));
        } catch (Forbidden | Conflict refused) {
            SecurityLog.warn("not admitted", "user", external.name(), "reason", refused.getMessage());
            return Optional.empty();
        }
    }
}
