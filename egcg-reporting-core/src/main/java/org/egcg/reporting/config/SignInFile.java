package org.egcg.reporting.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.egcg.reporting.config.SignInSettings.Account;
import org.egcg.reporting.config.SignInSettings.Header;
import org.egcg.reporting.config.SignInSettings.Ldap;
import org.egcg.reporting.config.SignInSettings.Oidc;

/** Reads the section {@code sign_in}; what could not be safe stops the start. */
final class SignInFile {

    private static final Set<String> ROLES = Set.of("viewer", "editor", "admin");
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final int MOST_SECONDS = 300;
    private static final int MOST_HOURS = 24 * 366;

    private final ConfigFile file;

    SignInFile(ConfigFile file) {
        this.file = file;
    }

    SignInSettings signIn() {
        SignInSettings signIn = new SignInSettings(
                roles(),
                file.text(ConfigKey.SIGN_IN_DEFAULT).map(role -> role(ConfigKey.SIGN_IN_DEFAULT, role)),
                Duration.ofSeconds(
                        file.whole(ConfigKey.SIGN_IN_CONFIRM, MOST_SECONDS).orElse(240)),
                Duration.ofHours(
                        file.whole(ConfigKey.SIGN_IN_TOKENS, MOST_HOURS).orElse(24)),
                file.flag(ConfigKey.SIGN_IN_LOCAL, true),
                section(ConfigKey.OIDC_ISSUER, "sign_in.oidc.").map(issuer -> oidc()),
                section(ConfigKey.LDAP_URLS, "sign_in.ldap.").map(urls -> ldap()),
                section(ConfigKey.HEADER_USER, "sign_in.header.").map(user -> header(user)));
        complete(signIn);
        return signIn;
    }

    /** Empty if nothing stands in the section of the key; the key is needed once something does. */
    private Optional<String> section(ConfigKey key, String prefix) {
        boolean anything = Arrays.stream(ConfigKey.values())
                .filter(other -> other.path().startsWith(prefix))
                .anyMatch(file::has);
        if (!anything) {
            return Optional.empty();
        }
        return Optional.of(file.texts(key).stream()
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElseThrow(() -> file.wrong(key, "is missing")));
    }

    private void complete(SignInSettings signIn) {
        boolean anybody = signIn.oidc().isPresent()
                || signIn.ldap().isPresent()
                || signIn.header().isPresent();
        if (anybody && signIn.roleByGroup().isEmpty() && signIn.defaultRole().isEmpty()) {
            throw file.wrong(ConfigKey.SIGN_IN_ROLES, "is missing, and without it nobody is admitted");
        }
        if (!anybody && !signIn.localPages()) {
            throw file.wrong(ConfigKey.SIGN_IN_LOCAL, "is false, and nobody else can log in");
        }
    }

    private Map<String, String> roles() {
        Map<String, String> roles = file.textByText(ConfigKey.SIGN_IN_ROLES);
        roles.values().forEach(role -> role(ConfigKey.SIGN_IN_ROLES, role));
        return roles;
    }

    private String role(ConfigKey key, String role) {
        if (!ROLES.contains(role)) {
            throw file.wrong(key, role + " is no role: viewer, editor or admin");
        }
        return role;
    }

    private Oidc oidc() {
        List<String> scopes = file.texts(ConfigKey.OIDC_SCOPES);
        return new Oidc(
                web(ConfigKey.OIDC_ISSUER),
                file.required(ConfigKey.OIDC_CLIENT),
                file.text(ConfigKey.OIDC_SECRET).map(Secret::new),
                scopes.isEmpty() ? List.of("openid", "profile") : scopes,
                file.text(ConfigKey.OIDC_NAME).orElse("preferred_username"),
                file.text(ConfigKey.OIDC_GROUPS).orElse("groups"),
                file.text(ConfigKey.OIDC_LABEL).orElse("single sign-on"),
                URI.create(web(ConfigKey.OIDC_REDIRECT).toString().replaceAll("/+$", "")),
                file.file(ConfigKey.OIDC_CA));
    }

    /** An address whose traffic is encrypted on the way. */
    private URI web(ConfigKey key) {
        URI address = uri(key, file.required(key));
        boolean safe = "https".equals(address.getScheme())
                || ("http".equals(address.getScheme()) && HERE.contains(address.getHost()));
        if (!safe || address.getHost() == null || address.getRawQuery() != null || address.getRawFragment() != null) {
            throw file.wrong(key, "must be an https address (http only on this machine)");
        }
        return address;
    }

    private URI uri(ConfigKey key, String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException noUri) {
            throw file.wrong(key, "must be an address");
        }
    }

    private Ldap ldap() {
        List<URI> urls =
                file.texts(ConfigKey.LDAP_URLS).stream().map(this::server).toList();
        boolean plain = urls.stream().anyMatch(url -> url.getScheme().equals("ldap"));
        boolean startTls = file.flag(ConfigKey.LDAP_START_TLS, plain);
        if (plain && !startTls && !urls.stream().allMatch(url -> HERE.contains(url.getHost()))) {
            throw file.wrong(
                    ConfigKey.LDAP_START_TLS, "must be true with ldap://, else passwords can be read on the way");
        }
        return new Ldap(
                urls,
                startTls,
                file.file(ConfigKey.LDAP_CA),
                file.text(ConfigKey.LDAP_BIND_DN).map(this::account),
                file.required(ConfigKey.LDAP_USER_BASE),
                filter(ConfigKey.LDAP_USER_FILTER, "(uid={name})", "{name}"),
                file.text(ConfigKey.LDAP_GROUP_BASE),
                filter(ConfigKey.LDAP_GROUP_FILTER, "(member={dn})", "{dn}", "{name}"),
                file.text(ConfigKey.LDAP_NAME).orElse("uid"),
                file.flag(ConfigKey.LDAP_NESTED, false));
    }

    private URI server(String text) {
        URI url = uri(ConfigKey.LDAP_URLS, text);
        if (!Set.of("ldap", "ldaps").contains(String.valueOf(url.getScheme())) || url.getHost() == null) {
            throw file.wrong(ConfigKey.LDAP_URLS, text + " must begin with ldaps:// or ldap://");
        }
        return url;
    }

    private Account account(String dn) {
        return new Account(dn, new Secret(file.required(ConfigKey.LDAP_BIND_PASSWORD)));
    }

    private String filter(ConfigKey key, String otherwise, String... places) {
        String filter = file.text(key).orElse(otherwise);
        if (List.of(places).stream().noneMatch(filter::contains)) {
            throw file.wrong(key, "must contain " + String.join(" or ", places));
        }
        return filter;
    }

    private Header header(String user) {
        List<String> proxies = file.texts(ConfigKey.PROXIES);
        if (proxies.isEmpty()) {
            throw file.wrong(ConfigKey.PROXIES, "is missing, and sign_in.header believes nobody else");
        }
        return new Header(
                name(ConfigKey.HEADER_USER, user),
                file.text(ConfigKey.HEADER_GROUPS).map(groups -> name(ConfigKey.HEADER_GROUPS, groups)),
                file.text(ConfigKey.HEADER_SEPARATOR).orElse(","));
    }

    private String name(ConfigKey key, String header) {
        if (!header.matches("[A-Za-z0-9-]{1,64}")) {
            throw file.wrong(key, "must be the name of a header");
        }
        return header;
    }
}
