package org.egcg.reporting.signin;

import java.util.Optional;
import org.egcg.reporting.config.ReportingConfig;
import org.egcg.reporting.config.SignInSettings;
import org.egcg.reporting.security.RoleMapping;

/** Those of the institute who vouch for people, as configured; opened once and shared by all. Thread-safe. */
public final class Providers implements AutoCloseable {

    private final SignInSettings settings;
    private final Optional<OidcProvider> oidc;
    private final Optional<LdapDirectory> directory;
    private final Optional<ProxyHeaders> headers;

    private Providers(ReportingConfig config) {
        this.settings = config.signIn();
        this.oidc = settings.oidc().map(OidcProvider::new);
        this.directory = settings.ldap().map(LdapDirectory::new);
        this.headers = settings.header()
                .map(header -> new ProxyHeaders(header, config.api().proxies()));
    }

    /**
     * Opens them; none of them is asked yet, so that one that is away does not stop the start.
     *
     * @throws org.egcg.reporting.error.ReportingException.Misconfigured if a file with certificates or a filter is of no use
     */
    public static Providers open(ReportingConfig config) {
        return new Providers(config);
    }

    public SignInSettings settings() {
        return settings;
    }

    /** Which groups have which role. */
    public RoleMapping roles() {
        return Groups.roles(settings);
    }

    public Optional<OidcProvider> oidc() {
        return oidc;
    }

    public Optional<LdapDirectory> directory() {
        return directory;
    }

    public Optional<ProxyHeaders> headers() {
        return headers;
    }

    @Override
    public void close() {
        directory.ifPresent(LdapDirectory::close);
    }
}
