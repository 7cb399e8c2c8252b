package org.egcg.reporting.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.egcg.reporting.signin.TestDirectory.GROUPS;
import static org.egcg.reporting.signin.TestDirectory.PASSWORD;
import static org.egcg.reporting.signin.TestDirectory.dn;

import com.unboundid.ldap.sdk.LDAPException;
import java.util.List;
import java.util.Set;
import org.egcg.reporting.config.Secret;
import org.egcg.reporting.config.SignInSettings;
import org.egcg.reporting.error.ReportingException.Misconfigured;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.security.ExternalUser;
import org.egcg.reporting.security.Source;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LdapDirectoryTest {

    private TestDirectory people;
    private LdapDirectory directory;

    @BeforeEach
    void start() throws LDAPException {
        people = TestDirectory.start()
                .person("ann")
                .person("bob")
                .group("Lab Staff", dn("ann"), dn("bob"))
                .group("admins", dn("bob"));
        directory = new LdapDirectory(people.settings());
    }

    @AfterEach
    void stop() {
        directory.close();
        people.close();
    }

    @Test
    void whoKnowsHisPasswordIsLetInWithHisGroupsByEitherName() {
        ExternalUser bob = directory.authenticate("bob", PASSWORD).orElseThrow();
        assertThat(bob.source()).isEqualTo(Source.LDAP);
        assertThat(bob.name()).isEqualTo("bob");
        assertThat(bob.groups())
                .isEqualTo(Set.of(
                        "lab staff",
                        "cn=lab staff,ou=groups,dc=example,dc=org",
                        "admins",
                        "cn=admins,ou=groups,dc=example,dc=org"));
        assertThat(directory.named("bob")).contains(bob);
    }

    @Test
    void theNameIsTheOneOfTheDirectoryHoweverItIsEntered() {
        assertThat(directory.authenticate("ANN", PASSWORD).orElseThrow().name()).isEqualTo("ann");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "wrong", "a password of the Institute"})
    void whoDoesNotIsNobody(String password) {
        assertThat(directory.authenticate("ann", password)).isEmpty();
    }

    @Test
    void anEmptyPasswordIsNotEvenSent() {
        directory.authenticate("ann", "");
        assertThat(people.asked).noneMatch(("bind " + dn("ann"))::equals);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "a*",
                "*)(uid=*",
                "ann)(|(uid=*",
                "ann))(|(uid=bob",
                "\\61nn",
                "an\\6e",
                "ann\u0000",
                " ann",
                "ann\n",
                ")",
                "nobody",
                "uid=ann",
                "an{dn}n",
                "an{name}n"
            })
    void aNameIsNeverAFilter(String name) {
        assertThat(directory.authenticate(name, PASSWORD)).isEmpty();
        assertThat(directory.named(name)).isEmpty();
    }

    @Test
    void ofTwoEntriesOfOneNameNobodyIsLetIn() throws LDAPException {
        people.person("ann2", "uid: ann");
        assertThat(directory.authenticate("ann", PASSWORD)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "userAccountControl: 514",
                "accountExpires: 133000000000000000",
                "nsAccountLock: TRUE",
                "loginDisabled: TRUE",
                "pwdAccountLockedTime: 000001010000Z",
                "shadowExpire: 1"
            })
    void whoseAccountIsClosedIsOut(String state) throws LDAPException {
        people.person("eve", state);
        assertThat(directory.authenticate("eve", PASSWORD)).isEmpty();
        assertThat(directory.named("eve")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "userAccountControl: 512",
                "accountExpires: 0",
                "accountExpires: 9223372036854775807",
                "accountExpires: 155000000000000000",
                "nsAccountLock: FALSE",
                "pwdAccountLockedTime: 20260101000000Z",
                "shadowExpire: -1",
                "shadowExpire: 60000"
            })
    void whoseAccountIsOpenOrLockedByGuessesOfOthersStays(String state) throws LDAPException {
        people.person("eve", state);
        assertThat(directory.named("eve")).isPresent();
    }

    @Test
    void anotherGroupAndARemovalAreToldAtTheNextQuestion() throws LDAPException {
        people.set("cn=admins," + GROUPS, "member", dn("ann"));
        assertThat(directory.named("ann").orElseThrow().groups()).contains("admins");
        assertThat(directory.named("bob").orElseThrow().groups()).doesNotContain("admins");
        people.remove(dn("bob"));
        assertThat(directory.named("bob")).isEmpty();
        assertThat(directory.authenticate("bob", PASSWORD)).isEmpty();
    }

    @Test
    void whoIsRenamedIsTheSameAndWhoGetsAFreedNameIsNot() throws LDAPException {
        String ann = directory.named("ann").orElseThrow().subject();
        people.rename("ann", "anna");
        people.person("ann");
        assertThat(directory.named("anna").orElseThrow().subject()).isEqualTo(ann);
        assertThat(directory.named("ann").orElseThrow().subject()).isNotEqualTo(ann);
    }

    @Test
    void groupsElsewhereAndGroupsOfGroupsDoNotCountUnlessAskedFor() throws LDAPException {
        people.groupBelow("ou=clubs,dc=example,dc=org", "admins", dn("ann"));
        people.set(dn("ann"), "memberOf", "cn=admins,ou=clubs,dc=example,dc=org", "cn=Special\\, Staff," + GROUPS);
        assertThat(directory.named("ann").orElseThrow().groups())
                .contains("special, staff", "cn=special\\, staff,ou=groups,dc=example,dc=org")
                .doesNotContain("admins", "cn=admins,ou=clubs,dc=example,dc=org");
    }

    @Test
    void nestedGroupsAreAskedForByTheRuleOfActiveDirectory() {
        SignInSettings.Ldap plain = people.settings();
        try (LdapDirectory nested = new LdapDirectory(
                TestDirectory.but(plain, plain.urls(), plain.account().orElseThrow(), "(uid={name})", true))) {
            try {
                nested.named("ann");
            } catch (Unavailable thisServerHasNoSuchRule) {
                // what it was asked is what counts
            }
        }
        assertThat(people.asked).contains("search (member:1.2.840.113556.1.4.1941:=" + dn("ann") + ")");
    }

    @Test
    void aDirectoryThatIsAwayIsFoundOutByOneAndAskedAgainWhenItIsBack() throws Exception {
        directory.named("ann");
        people.away();
        assertThatThrownBy(() -> directory.named("ann")).isInstanceOf(Unavailable.class);
        assertThatThrownBy(() -> directory.authenticate("ann", PASSWORD))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("a moment ago");
        people.back();
        Thread.sleep(3_100);
        assertThat(directory.authenticate("ann", PASSWORD)).isPresent();
    }

    @Test
    void theSecondServerAnswersWhileTheFirstIsAway() throws Exception {
        try (TestDirectory first = TestDirectory.start()) {
            SignInSettings.Ldap plain = people.settings();
            SignInSettings.Ldap both = TestDirectory.but(
                    plain,
                    List.of(first.settings().urls().get(0), plain.urls().get(0)),
                    plain.account().orElseThrow(),
                    "(uid={name})",
                    false);
            first.away();
            try (LdapDirectory spare = new LdapDirectory(both)) {
                assertThat(spare.authenticate("ann", PASSWORD)).isPresent();
            }
        }
    }

    @Test
    void anAccountThatMayNotSearchIsNoWrongPasswordOfTheUser() {
        SignInSettings.Ldap plain = people.settings();
        SignInSettings.Ldap wrong = TestDirectory.but(
                plain,
                plain.urls(),
                new SignInSettings.Account(TestDirectory.READER, new Secret("not its password")),
                "(uid={name})",
                false);
        try (LdapDirectory refused = new LdapDirectory(wrong)) {
            assertThatThrownBy(() -> refused.authenticate("ann", PASSWORD))
                    .isInstanceOf(Unavailable.class)
                    .hasMessageNotContaining("not its password")
                    .hasMessageNotContaining(PASSWORD);
        }
    }

    @Test
    void aFilterThatIsNoneStopsTheStart() {
        SignInSettings.Ldap plain = people.settings();
        SignInSettings.Ldap wrong =
                TestDirectory.but(plain, plain.urls(), plain.account().orElseThrow(), "(uid={name}", false);
        assertThatThrownBy(() -> new LdapDirectory(wrong))
                .isInstanceOf(Misconfigured.class)
                .hasMessageContaining("sign_in.ldap.user_filter");
    }
}
