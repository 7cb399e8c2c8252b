package org.egcg.reporting.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.error.ReportingException.NotEntitled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScopesTest {

    @Test
    void whoMayWriteAResourceMayReadItAndNothingElse() {
        Scopes scopes = Scopes.parse("write:run_elements read:samples");
        assertThat(scopes.mayWrite("run_elements")).isTrue();
        assertThat(scopes.mayRead("run_elements")).isTrue();
        assertThat(scopes.mayRead("samples")).isTrue();
        assertThat(scopes.mayWrite("samples")).isFalse();
        assertThat(scopes.mayRead("projects")).isFalse();
        assertThat(scopes.mayRead("*")).isFalse();
        assertThatThrownBy(() -> scopes.require("samples", true))
                .isInstanceOf(NotEntitled.class)
                .hasMessage("this token is for read:samples write:run_elements; this needs write:samples");
    }

    @Test
    void aStarIsForEverything() {
        assertThat(Scopes.readOnly().mayRead("anything")).isTrue();
        assertThat(Scopes.readOnly().mayWrite("anything")).isFalse();
        assertThat(Scopes.ALL.mayWrite("anything")).isTrue();
        assertThat(Scopes.ALL.mayRead("*")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"read:*", "write:*", "read:lims read:samples write:actions"})
    void theTextIsReadBack(String text) {
        assertThat(Scopes.parse(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "read", "read:", "delete:samples", "read:sam ples:x", "read:../x", "*", "read:**"})
    void whatIsNoScopeIsRefused(String text) {
        assertThatThrownBy(() -> Scopes.parse(text)).isInstanceOf(Malformed.class);
    }
}
