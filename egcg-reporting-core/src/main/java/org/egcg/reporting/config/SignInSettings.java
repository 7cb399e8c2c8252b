package org.egcg.reporting.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whom the institute vouches for, and in which roles.
 *
 * @param roleByGroup names or DNs of groups, each with {@code viewer}, {@code editor} or {@code admin}
 * @param defaultRole the role of those who are in none of them; empty if they are not admitted
 * @param confirm after this time the institute is asked again whether it still knows a user
 * @param tokens since the last confirmation so long hold API tokens of users whom the institute cannot be asked about
 * @param localPages whether local accounts log in to the pages
 */
public record SignInSettings(
        Map<String, String> roleByGroup,
        Optional<String> defaultRole,
        Duration confirm,
        Duration tokens,
        boolean localPages,
        Optional<Oidc> oidc,
        Optional<Ldap> ldap,
        Optional<Header> header) {

    public SignInSettings {
        roleByGroup = Map.copyOf(roleByGroup);
    }

    /**
     * An OpenID provider.
     *
     * @param issuer https, or on this machine
     * @param clientSecret empty for a public client
     * @param groupsClaim dots lead inside
     * @param redirectBase this service's address as browsers see it, without a slash at its end
     */
    public record Oidc(
            URI issuer,
            String clientId,
            Optional<Secret> clientSecret,
            List<String> scopes,
            String nameClaim,
            String groupsClaim,
            String label,
            URI redirectBase,
            Optional<Path> caFile) {
        public Oidc {
            scopes = List.copyOf(scopes);
        }
    }

    /**
     * A directory.
     *
     * @param urls its servers, {@code ldaps://} or {@code ldap://}
     * @param account as whom to search; empty to search without a login
     * @param userFilter with {@code {name}} where the name belongs
     * @param groupBase empty if only the user's own {@code memberOf} counts
     * @param groupFilter with {@code {dn}} or {@code {name}}
     * @param nested whether members of members count
     */
    public record Ldap(
            List<URI> urls,
            boolean startTls,
            Optional<Path> caFile,
            Optional<Account> account,
            String userBase,
            String userFilter,
            Optional<String> groupBase,
            String groupFilter,
            String nameAttribute,
            boolean nested) {
        public Ldap {
            urls = List.copyOf(urls);
        }
    }

    /** An entry of the directory with its password. */
    public record Account(String dn, Secret password) {}

    /**
     * A proxy that lets people in.
     *
     * @param user the header in which it names them
     * @param groups the header in which it lists their groups
     * @param separator what stands between two groups
     */
    public record Header(String user, Optional<String> groups, String separator) {}
}
