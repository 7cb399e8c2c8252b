package org.egcg.reporting.web.plate;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.egcg.reporting.web.table.Markup;

/**
 * Writes a plate as an HTML table, a cell per well: what is read aloud and what is seen come from the same cells. Each
 * sample is a link to its page; samples that share a small well are one link to their rows in the table of the page.
 */
public final class HtmlPlate {

    private final PlateMap map;
    private final Markup out;
    private final String caption;

    public HtmlPlate(PlateMap map, String caption, Markup out) {
        this.map = map;
        this.caption = caption;
        this.out = out;
    }

    public void write() throws IOException {
        out.open("table", "class", "plate " + (map.size() == PlateSize.OF_96 ? "p96" : "p384"));
        out.element("caption", caption, "class", "sr");
        out.open("thead").open("tr").open("td").close("td");
        for (int column = 1; column <= map.size().columns(); column++) {
            out.element("th", String.valueOf(column), "scope", "col");
        }
        out.close("tr").close("thead").open("tbody");
        for (int row = 0; row < map.size().rows(); row++) {
            row(row);
        }
        out.close("tbody").close("table");
    }

    private void row(int row) throws IOException {
        out.open("tr").element("th", WellPosition.letter(row), "scope", "row");
        for (int column = 0; column < map.size().columns(); column++) {
            well(new WellPosition(row, column));
        }
        out.close("tr");
    }

    private void well(WellPosition place) throws IOException {
        List<Occupant> samples = map.at(place);
        if (samples.isEmpty()) {
            out.open("td", "class", "empty").spoken("empty").close("td");
            return;
        }
        boolean apart = samples.size() == 1 || (samples.size() == 2 && map.size() == PlateSize.OF_96);
        out.open("td", "class", apart && samples.size() == 2 ? "two" : null);
        if (apart) {
            for (Occupant sample : samples) {
                single(place, sample);
            }
        } else {
            several(place, samples);
        }
        out.close("td");
    }

    private void single(WellPosition place, Occupant sample) throws IOException {
        link(place, sample.style() + " " + sample.side(), href(place, sample), sample.tip(), sample.details());
        out.spoken(place + ", " + sample.sample() + ", ");
        if (!sample.side().isEmpty()) {
            out.element("i", sign(sample.side()), "aria-hidden", "true");
        }
        out.element("b", sample.brief());
        if (map.isCategory() && !sample.value().isEmpty()) {
            out.element("span", sample.value(), "class", "word");
        }
        if (!sample.side().isEmpty()) {
            out.spoken(spoken(sample.side()));
        }
        out.close("a");
    }

    private static String sign(String side) {
        return side.equals("low") ? "▼" : side.equals("high") ? "▲" : side.equals("bad") ? "✕" : "?";
    }

    private static String spoken(String side) {
        return side.equals("low")
                ? ", below its limit"
                : side.equals("high")
                        ? ", above its limit"
                        : side.equals("bad") ? ", failed" : ", no value, although one is needed";
    }

    private void several(WellPosition place, List<Occupant> samples) throws IOException {
        boolean isOutside = samples.stream().anyMatch(sample -> !sample.side().isEmpty());
        String tip = String.join("\n\n", samples.stream().map(Occupant::tip).toList());
        String details =
                String.join("\n\n", samples.stream().map(Occupant::details).toList());
        link(place, "many" + (isOutside ? " low" : ""), rows(place), tip, details);
        out.spoken(place + ", ")
                .element("b", samples.size() + "×")
                .spoken(" samples")
                .close("a");
    }

    private void link(WellPosition place, String style, String href, String tip, String details) throws IOException {
        out.open(
                "a",
                "class",
                "well " + style.strip(),
                "href",
                href,
                "data-well",
                place.toString(),
                "data-tip",
                tip,
                "data-details",
                details);
    }

    /** A sample's page; for one that the LIMS has no name for, its row. */
    private static String href(WellPosition place, Occupant sample) {
        return sample.sample().isEmpty() ? rows(place) : "/sample/" + encoded(sample.sample());
    }

    private static String rows(WellPosition place) {
        return "?f.location=" + encoded(place.toString()) + "#t-plate";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
