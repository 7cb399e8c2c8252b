package org.egcg.reporting.signin;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.RDN;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.egcg.reporting.config.SignInSettings;
import org.egcg.reporting.security.Role;
import org.egcg.reporting.security.RoleMapping;

/**
 * ExternalNames of groups, written in one way so that they can be compared: upper and lower case are the same, and so are
 * distinguished names that differ in blanks alone.
 */
final class Groups {

    private Groups() {}

    static String normal(String name) {
        if (name.indexOf('=') > 0) {
            try {
                return new DN(name).toNormalizedString();
            } catch (LDAPException noDn) {
                // a name with an equals sign in it
            }
        }
        return name.strip().toLowerCase(Locale.ROOT);
    }

    static Set<String> normal(Collection<String> names) {
        return names.stream().map(Groups::normal).collect(Collectors.toUnmodifiableSet());
    }

    /** The ways in which a group of a directory may be named: its distinguished name, and its common name alone. */
    static Stream<String> ofDn(String dn) {
        try {
            RDN first = new DN(dn).getRDN();
            return first != null && first.hasAttribute("cn") && !first.isMultiValued()
                    ? Stream.of(dn, first.getAttributeValues()[0])
                    : Stream.of(dn);
        } catch (LDAPException noDn) {
            return Stream.of(dn);
        }
    }

    /** The configured roles, by groups as they are written here; of two names for one group the higher role counts. */
    static RoleMapping roles(SignInSettings signIn) {
        Map<String, Role> byGroup = signIn.roleByGroup().entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> normal(entry.getKey()),
                        entry -> Role.named(entry.getValue()).orElseThrow(),
                        (one, other) -> one.includes(other) ? one : other));
        return new RoleMapping(byGroup, signIn.defaultRole().flatMap(Role::named));
    }
}
