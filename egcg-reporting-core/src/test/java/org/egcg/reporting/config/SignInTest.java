package org.egcg.reporting.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.egcg.reporting.error.ReportingException.Misconfigured;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignInTest {

    @TempDir
    Path directory;

    @Test
    void withoutTheSectionThereAreLocalAccountsAlone() throws IOException {
        SignInSettings signIn = load("service: {}");
        assertThat(signIn.oidc()).isEmpty();
        assertThat(signIn.ldap()).isEmpty();
        assertThat(signIn.header()).isEmpty();
        assertThat(signIn.localPages()).isTrue();
        assertThat(signIn.confirm()).isEqualTo(Duration.ofMinutes(4));
    }

    @Test
    void groupsMayBeNamesOrDistinguishedNames() throws IOException {
        SignInSettings signIn = load("""
                sign_in:
                    roles: {'Lab Staff': viewer, 'cn=Admins,ou=groups,dc=example,dc=org': admin}
                    header: {user: X-Remote-User}
                service: {proxies: ['127.0.0.1']}
                """);
        assertThat(signIn.roleByGroup())
                .isEqualTo(Map.of("Lab Staff", "viewer", "cn=Admins,ou=groups,dc=example,dc=org", "admin"));
    }

    @Test
    void aProviderNeedsLittle() throws IOException {
        SignInSettings.Oidc oidc = load("""
                sign_in:
                    default_role: viewer
                    oidc:
                        issuer: https://login.example.org/realms/lab
                        client_id: reporting
                        client_secret: hidden words
                        redirect_base: https://reporting.example.org/
                """).oidc().orElseThrow();
        assertThat(oidc.redirectBase()).isEqualTo(URI.create("https://reporting.example.org"));
        assertThat(oidc.scopes()).containsExactly("openid", "profile");
        assertThat(oidc.groupsClaim()).isEqualTo("groups");
        assertThat(oidc.toString()).doesNotContain("hidden words");
    }

    @Test
    void aDirectoryIsAskedSafely() throws IOException {
        SignInSettings.Ldap ldap = load("""
                sign_in:
                    default_role: viewer
                    ldap: {urls: ['ldap://one.example.org', 'ldaps://two.example.org'], user_base: 'dc=example', ca_file: ca.pem}
                """).ldap().orElseThrow();
        assertThat(ldap.startTls()).isTrue();
        assertThat(ldap.caFile()).contains(directory.resolve("ca.pem"));
        assertThat(ldap.account()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {roles: {staff: boss}}                                                              | sign_in.roles
            {default_role: everything}                                                          | sign_in.default_role
            {confirm_seconds: 301}                                                              | sign_in.confirm_seconds
            {local_pages: false}                                                                | sign_in.local_pages
            {oidc: {client_id: x}}                                                              | sign_in.oidc.issuer
            {default_role: viewer, oidc: {issuer: 'http://a.example', client_id: x, redirect_base: 'https://b.example'}} | sign_in.oidc.issuer
            {default_role: viewer, oidc: {issuer: 'https://a.example', client_id: x}}           | sign_in.oidc.redirect_base
            {default_role: viewer, oidc: {issuer: 'https://a.example', client_id: x, redirect_base: 'http://b.example'}} | sign_in.oidc.redirect_base
            {oidc: {issuer: 'https://a.example', client_id: x, redirect_base: 'https://b.example'}} | sign_in.roles
            {default_role: viewer, ldap: {urls: ['ldap://a.example'], user_base: x, start_tls: false}} | sign_in.ldap.start_tls
            {default_role: viewer, ldap: {urls: ['http://a.example'], user_base: x}}            | sign_in.ldap.urls
            {default_role: viewer, ldap: {urls: ['ldaps://a.example']}}                         | sign_in.ldap.user_base
            {default_role: viewer, ldap: {urls: ['ldaps://a.example'], user_base: x, user_filter: '(uid=*)'}} | sign_in.ldap.user_filter
            {default_role: viewer, ldap: {urls: ['ldaps://a.example'], user_base: x, bind_dn: y}} | sign_in.ldap.bind_password
            {default_role: viewer, header: {user: X-User}}                                      | service.proxies
            {default_role: viewer, header: {user: 'X User'}}                                    | service.proxies
            {default_rule: viewer}                                                              | sign_in.default_rule
            """)
    void whatIsWrongStopsTheStartAndIsNamed(String section, String key) {
        assertThatThrownBy(() -> load("sign_in: " + section))
                .isInstanceOf(Misconfigured.class)
                .hasMessageContaining(key + ":");
    }

    private SignInSettings load(String yaml) throws IOException {
        Path file = Files.writeString(directory.resolve("reporting.yaml"), yaml);
        return Configuration.load(Map.of("REPORTINGCONFIG", file.toString()), directory)
                .signIn();
    }
}
