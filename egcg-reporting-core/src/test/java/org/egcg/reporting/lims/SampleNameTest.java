package org.egcg.reporting.lims;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SampleNameTest {

    @ParameterizedTest
    @CsvSource({
        "A:01, A_01",
        "A B-1, A_B_1",
        "S.1__L:01, S_1__L_01",
        "é1, é1",
        "x², x²",
        "Ⅷ, Ⅷ",
        "日本, 日本",
        "e\u0301, e_",
        "a\uD83E\uDDECb, a_b"
    })
    void whatIsNoLetterNumberOrUnderscoreBecomesOneUnderscore(String name, String shown) {
        assertThat(SampleName.sanitised(name)).isEqualTo(shown);
    }
}
