package org.egcg.reporting.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.egcg.reporting.error.ReportingException.Misconfigured;
import org.junit.jupiter.api.Test;

/** One file laid over another. */
class OverlayTest {

    private static final Section BASE = Section.read("base.yaml", """
            a: {x: 1, y: 2, z: {deep: text}}
            list: [one, two]
            rows: [{name: first}]
            """);

    @Test
    void mappingsAreMergedAndAnythingElseIsReplaced() {
        Section merged = over("a: {y: 3, z: {more: 4}, new: 5}\nlist: [three]");

        assertThat(merged.section("a").keys()).containsExactly("x", "y", "z", "new");
        assertThat(merged.section("a").whole("y")).hasValue(3);
        assertThat(merged.section("a").section("z").text("deep")).isEqualTo("text");
        assertThat(merged.section("a").section("z").whole("more")).hasValue(4);
        assertThat(merged.texts("list")).containsExactly("three");
    }

    @Test
    void nullTakesAKeyOut() {
        assertThat(over("a: {x: null, z: }").section("a").keys()).containsExactly("y");
    }

    @Test
    void aListIsAddedToAtBothEnds() {
        assertThat(over("list: {prepend: [zero], append: [three, four]}").texts("list"))
                .containsExactly("zero", "one", "two", "three", "four");
    }

    @Test
    void theFilesThemselvesStayAsTheyAre() {
        over("a: {x: 9, z: {deep: other}}\nlist: {append: [three]}");

        assertThat(BASE.section("a").whole("x")).hasValue(1);
        assertThat(BASE.section("a").section("z").text("deep")).isEqualTo("text");
        assertThat(BASE.texts("list")).containsExactly("one", "two");
    }

    @Test
    void aListIsNoMapping() {
        assertRefused(() -> over("list: {append: [three], x: 1}"), "over.yaml", "list", "append and prepend");
        assertRefused(() -> over("list: {append: three}"), "over.yaml", "list.append", "must be a list");
    }

    @Test
    void aMistakeIsFoundInTheFileThatMadeIt() {
        Section merged = over("""
                a: {y: many, z: {more: [1]}}
                rows: {append: [{name: second, wrong: 1}]}
                """);

        assertRefused(() -> merged.section("a").whole("y"), "over.yaml", "a.y", "whole number");
        assertRefused(() -> merged.section("a").section("z").text("more"), "over.yaml", "a.z.more", "must be text");
        assertRefused(() -> merged.section("a").section("x"), "base.yaml", "a.x", "must be a mapping");
        assertRefused(
                () -> merged.sections("rows").get(1).allowOnly(java.util.Set.of("name")),
                "over.yaml",
                "rows.append[0].wrong",
                "unknown key");
    }

    @Test
    void whatIsMissingBecauseItWasTakenOutIsFoundInTheFileThatTookIt() {
        assertRefused(() -> over("a: null").text("a"), "over.yaml", "a", "is missing");
    }

    @Test
    void severalFilesLieOverEachOther() {
        Section twice = over("a: {x: 10}").under(Section.read("third.yaml", "a: {y: no number}"));

        assertThat(twice.section("a").whole("x")).hasValue(10);
        assertThat(twice.section("a").fileOf("x")).isEqualTo("over.yaml");
        assertRefused(() -> twice.section("a").number("y"), "third.yaml", "a.y", "must be a number");
    }

    private static Section over(String overlay) {
        return BASE.under(Section.read("over.yaml", overlay));
    }

    private static void assertRefused(ThrowingCallable reading, String file, String key, String reason) {
        assertThatExceptionOfType(Misconfigured.class)
                .isThrownBy(reading)
                .withMessageContaining(file)
                .withMessageContaining(key)
                .withMessageContaining(reason);
    }
}
