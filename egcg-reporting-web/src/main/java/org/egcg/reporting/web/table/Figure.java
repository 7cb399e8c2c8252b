package org.egcg.reporting.web.table;

/**
 * A value of a row on its own, as the head of a page has it.
 *
 * @param text the value with its unit; empty text if there is none
 * @param limit what holds for it, in words; empty text if nothing does
 * @param mark {@code low}, {@code high} or {@code missing} if it does not keep to that, with {@code warn} behind it if it
 *     passes all the same; else empty text
 * @param why the whole sentence about a value that is marked; else empty text
 * @param state the style of a word that says how it stands; else empty text
 */
public record Figure(String label, String text, String limit, String mark, String why, String state) {

    /** The value, or a dash in its place. */
    public String shown() {
        return text.isEmpty() ? "–" : text;
    }

    public boolean isMarked() {
        return !mark.isEmpty();
    }

    /** The sign before a value that is marked, told without colours. */
    public String sign() {
        return mark.startsWith("low") ? "▼ " : mark.startsWith("high") ? "▲ " : "";
    }

    /** The style of a value that is marked: whether it fails or only warns. */
    public String style() {
        return mark.isEmpty() ? "" : mark.endsWith("warn") ? "warned" : "bad";
    }
}
