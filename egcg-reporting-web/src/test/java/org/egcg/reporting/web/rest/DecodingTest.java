package org.egcg.reporting.web.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.error.ReportingException.TooLarge;
import org.egcg.reporting.web.rest.Decoding.Pair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecodingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "%7B%22run_id%22%3A+%22a%22%7D | {\"run_id\": \"a\"}",
                "{\"$or\":[{\"a\":\"x\"}]} | {\"$or\":[{\"a\":\"x\"}]}",
                "a%2Bb | a+b",
                "100%25 | 100%",
                "%zz%4 | %zz%4",
                "%C3%9C | Ü",
                "Ã\u009C | Ü",
                "€ | €"
            })
    void bothWaysOfSendingAreUnderstood(String sent, String meant) {
        assertThat(Decoding.decoded(sent)).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%C3", "%FF", "%ED%A0%80", "a%00b"})
    void whatIsNoTextIsRefused(String sent) {
        assertThatThrownBy(() -> Decoding.decoded(sent)).isInstanceOf(Malformed.class);
    }

    @Test
    void pairsComeInTheirOrder() {
        assertThat(Decoding.pairs("a=1&b&&c=x=y&a=2&="))
                .containsExactly(
                        new Pair("a", "1"),
                        new Pair("b", ""),
                        new Pair("c", "x=y"),
                        new Pair("a", "2"),
                        new Pair("", ""));
    }

    @Test
    void theFirstOfRepeatedArgumentsCounts() {
        assertThat(RequestArguments.parse("page=1&page=2").first("page")).isEqualTo("1");
        assertThat(RequestArguments.parse("PAGE=1").first("page")).isEmpty();
    }

    @Test
    void argumentsThatAreTooLongAreRefused() {
        assertThatThrownBy(() -> RequestArguments.parse("where=" + "x".repeat(1_000_000)))
                .isInstanceOf(Malformed.class);
    }

    @Test
    void moreArgumentsThanAnybodyNeedsAreRefused() {
        assertThat(RequestArguments.parse("a&".repeat(1000)).all().get("a")).hasSize(1000);
        assertThatThrownBy(() -> RequestArguments.parse("a&".repeat(1001))).isInstanceOf(TooLarge.class);
    }
}
