package org.egcg.reporting.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.egcg.reporting.config.SignInSettings;
import org.egcg.reporting.security.Role;
import org.egcg.reporting.security.RoleMapping;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Lab Staff; lab staff",
                "/Lab Staff; /lab staff",
                "CN=Lab Staff, OU=Groups,DC=example ,DC=org; cn=lab staff,ou=groups,dc=example,dc=org",
                "role=x=y; role=x\\=y",
                "=; =",
                "a=b; a=b"
            })
    void oneGroupIsWrittenInOneWay(String name, String normal) {
        assertThat(Groups.normal(name)).isEqualTo(normal);
        assertThat(Groups.normal(Groups.normal(name))).isEqualTo(normal);
    }

    @Test
    void theHighestRoleCountsHoweverGroupsAreSpelt() {
        RoleMapping roles = Groups.roles(new SignInSettings(
                Map.of("Lab Staff", "editor", "CN=Admins,DC=Example", "admin", "lab staff", "viewer"),
                Optional.of("viewer"),
                Duration.ofMinutes(4),
                Duration.ofHours(24),
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
        assertThat(roles.role(Set.of("lab staff"))).contains(Role.EDITOR);
        assertThat(roles.role(Groups.normal(Set.of("cn=admins, dc=example", "LAB STAFF"))))
                .contains(Role.ADMIN);
        assertThat(roles.role(Set.of("others"))).contains(Role.VIEWER);
    }
}
