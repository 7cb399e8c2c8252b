package org.egcg.reporting.ejb;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.egcg.reporting.security.Role;
import org.junit.jupiter.api.Test;

/** Which roles the beans ask for. */
class AllowedToTest {

    private static final List<Class<?>> BEANS = List.of(
            ReportingReader.class,
            ReportingWriter.class,
            ReportingLims.class,
            ReportingActions.class,
            ReportingAccounts.class);

    private static Stream<Method> methods(Class<?> bean) {
        return Arrays.stream(bean.getDeclaredMethods()).filter(method -> Modifier.isPublic(method.getModifiers()));
    }

    @Test
    void whatABeanForgetsToSayIsForAdministrators() {
        assertThat(BEANS)
                .allSatisfy(bean ->
                        assertThat(bean.getAnnotation(AllowedTo.class).value()).isEqualTo(Role.ADMIN));
    }

    @Test
    void everyMethodSaysWhichRoleItNeeds() {
        assertThat(BEANS.stream().flatMap(AllowedToTest::methods)).isNotEmpty().allSatisfy(method -> assertThat(
                        method.getAnnotation(AllowedTo.class))
                .isNotNull());
    }

    @Test
    void readingIsForViewersWritingForEditorsAndAccountsForAdministrators() {
        Map<Class<?>, Role> usual = Map.of(
                ReportingReader.class,
                Role.VIEWER,
                ReportingLims.class,
                Role.VIEWER,
                ReportingAccounts.class,
                Role.ADMIN);

        usual.forEach((bean, role) -> assertThat(methods(bean))
                .allSatisfy(method -> assertThat(RoleCheck.needed(method)).isEqualTo(role)));
        assertThat(methods(ReportingWriter.class)).allSatisfy(method -> assertThat(RoleCheck.needed(method))
                .isEqualTo(method.getName().equals("deleteAll") ? Role.ADMIN : Role.EDITOR));
        assertThat(methods(ReportingActions.class)).allSatisfy(method -> assertThat(RoleCheck.needed(method))
                .isEqualTo(method.getName().equals("perform") ? Role.EDITOR : Role.VIEWER));
    }

    @Test
    void theNamesOfTheRolesAreThoseOfTheLibrary() {
        assertThat(List.of(Roles.VIEWER, Roles.EDITOR, Roles.ADMIN))
                .containsExactlyElementsOf(
                        Arrays.stream(Role.values()).map(Role::text).toList());
    }
}
