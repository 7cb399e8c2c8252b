package org.egcg.reporting.web.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTableTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<span class=\"rowmark\" tabindex=\"0\"><span aria-hidden=\"true\">T</span><span class=\"sr\">trimmed</span></span>",
                "<a class=\"rowmark odd\" href=\"/inconsistencies\"><span aria-hidden=\"true\">!</span><span class=\"sr\">odd</span></a>",
                "<span class=\"sr\">spoken</span>"
            })
    void whatIsSpokenOrAMarkIsNoPartOfAValue(String mark) {
        String page = "<table class=\"data\"><thead><tr><th scope=\"col\" data-col=\"id\">Id</th></tr></thead><tbody>"
                + "<tr data-key=\"S1\"><th scope=\"row\">S1" + mark + "</th></tr></tbody></table>";
        assertThat(PageTable.rows(page).get("S1").get("id").text()).isEqualTo("S1");
    }
}
