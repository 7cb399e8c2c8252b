package org.egcg.reporting.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.egcg.reporting.signin.TestDirectory.PASSWORD;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.egcg.reporting.config.SignInSettings;
import org.egcg.reporting.error.ReportingException.Misconfigured;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LdapTlsTest {

    @TempDir
    static Path files;

    private static Optional<Path> authority;
    private static Path localhost;
    private static Path elsewhere;

    @BeforeAll
    static void certify() {
        Certificates certificates = Certificates.in(files);
        authority = Optional.of(certificates.authority());
        localhost = certificates.of("localhost");
        elsewhere = certificates.of("ldap.elsewhere.example");
    }

    private static TestDirectory start(String scheme, Path keys) throws Exception {
        return (scheme.equals("ldaps") ? TestDirectory.withTls(keys) : TestDirectory.startTls(keys)).person("ann");
    }

    private static LdapDirectory directory(TestDirectory people, String scheme, Optional<Path> trusted) {
        return new LdapDirectory(people.settings(scheme, scheme.equals("ldap"), trusted));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ldaps", "ldap"})
    void aServerWithACertificateOfTheInstituteIsBelieved(String scheme) throws Exception {
        try (TestDirectory people = start(scheme, localhost);
                LdapDirectory directory = directory(people, scheme, authority)) {
            assertThat(directory.authenticate("ann", PASSWORD)).isPresent();
            assertThat(directory.authenticate("ann", "wrong")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ldaps", "ldap"})
    void aServerWithACertificateOfSomebodyElseIsToldNothing(String scheme) throws Exception {
        try (TestDirectory people = start(scheme, localhost);
                LdapDirectory directory = directory(people, scheme, Optional.empty())) {
            assertThatThrownBy(() -> directory.authenticate("ann", PASSWORD)).isInstanceOf(Unavailable.class);
            assertThat(people.asked).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ldaps", "ldap"})
    void aServerWithACertificateForAnotherHostIsToldNothing(String scheme) throws Exception {
        try (TestDirectory people = start(scheme, elsewhere);
                LdapDirectory directory = directory(people, scheme, authority)) {
            assertThatThrownBy(() -> directory.authenticate("ann", PASSWORD)).isInstanceOf(Unavailable.class);
            assertThat(people.asked).isEmpty();
        }
    }

    @Test
    void aServerThatCannotBeMadeSafeIsToldNoPassword() throws Exception {
        try (TestDirectory people = TestDirectory.start().person("ann");
                LdapDirectory directory = directory(people, "ldap", authority)) {
            assertThatThrownBy(() -> directory.authenticate("ann", PASSWORD)).isInstanceOf(Unavailable.class);
            assertThat(people.asked).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no certificate"})
    void aFileWithoutCertificatesStopsTheStart(String text) throws Exception {
        Path file = Files.writeString(files.resolve("empty.pem"), text);
        try (TestDirectory people = TestDirectory.start()) {
            SignInSettings.Ldap settings = people.settings("ldaps", false, Optional.of(file));
            assertThatThrownBy(() -> new LdapDirectory(settings))
                    .isInstanceOf(Misconfigured.class)
                    .hasMessageContaining("sign_in.ldap.ca_file");
        }
    }
}
