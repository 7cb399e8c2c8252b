package org.egcg.reporting.web.table;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.egcg.reporting.web.table.CellValue.InStatus;

/** Writes the cells of a table, each with what its value means. */
final class HtmlCell {

    private static final int LISTED = 500;

    /** So many links are named in a row that is told in sentences; of more, and of what has no page, the first alone. */
    private static final int FEW = 3;

    /** The column that leads into the LIMS. */
    private static final String STEP = "step_link";

    /** The column that says how many wells of a plate passed. */
    private static final String PASSED = "step_pass_rate";

    /** The column that names the species of a project or a sample. */
    private static final String SPECIES = "species";

    private static final double ALL = 100;

    /** Date, instrument, number and flowcell. */
    private static final int PARTS_OF_A_RUN = 4;

    private static final int INSTRUMENT_ENDS = 2;

    private final Markup out;
    private final LocalDateTime now;
    private final String here;

    /** @param here the address of the page, to which no cell leads */
    HtmlCell(Markup out, LocalDateTime now, String here) {
        this.out = out;
        this.now = now;
        this.here = here.replaceFirst("[?#].*", "").replace("%20", "+").replace(' ', '+');
    }

    /**
     * Where a cell stands.
     *
     * @param number how many columns are before it
     * @param decimals how many the numbers of its column have
     * @param told whether narrow screens tell the row in sentences, so that each of its cells says what it is
     */
    record Place(Column column, int number, int decimals, boolean told) {

        Place(Column column, int number) {
            this(column, number, 0, false);
        }

        /** The same with so many decimals at least. */
        Place needing(int more) {
            return new Place(column, number, Math.max(decimals, more), told);
        }

        String text(CellValue item) {
            return column.format().kind().text(item, decimals);
        }

        String label() {
            return told && !first() ? column.name() : null;
        }

        private static final Set<String> VERDICTS = Set.of("verdict", "lanes");

        boolean first() {
            return number == 0;
        }

        /** The name of a row, and the verdict beside it, stay in sight when other columns are scrolled. */
        boolean stays() {
            return first() || (number == 1 && VERDICTS.contains(column.id()));
        }

        String style() {
            boolean address = column.format().link().filter(String::isEmpty).isPresent();
            return (column.style()
                            + (address ? " address" : "")
                            + (Judging.reasons(column) ? " reason" : "")
                            + (first() ? " key" : stays() ? " stay" : ""))
                    .strip();
        }
    }

    /** @param marks what the row is marked with, beside its key */
    void write(Row row, CellValue value, int index, Place place, List<Mark> marks) throws IOException {
        if (isNothing(value, place.column())
                && !place.first()
                && row.crossed(index).isEmpty()) {
            out.element(
                    "td",
                    place.column().format().samples() ? "" : "–",
                    "class",
                    (place.style().replaceFirst("^text$", "") + " none").strip(),
                    "data-of",
                    place.label());
        } else {
            filled(row, value, index, place, marks);
        }
    }

    /** No value, or a list of none; none of what is counted is 0. */
    private static boolean isNothing(CellValue value, Column column) {
        boolean lists = value instanceof CellValue.Several;
        return (value.isEmpty() && !isSaid(value))
                || (lists && value.items().isEmpty() && !column.format().count());
    }

    private static boolean isSaid(CellValue value) {
        return value instanceof CellValue.Reworded;
    }

    private void filled(Row row, CellValue value, int index, Place of, List<Mark> marks) throws IOException {
        Column column = of.column();
        Optional<CellMark> crossed = row.crossed(index);
        Kind kind = column.format().kind();
        Place place = of.needing(crossed.map(mark -> mark.decimals(kind, value)).orElse(0));
        boolean first = place.first();
        List<CellValue> items = value.items();
        boolean plain = items.size() <= 1
                && column.format().link().isEmpty()
                && !column.format().count();
        String href = crossed.filter(mark -> plain).map(CellMark::href).orElse("");
        String element = first ? "th" : "td";
        out.open(
                element,
                "scope",
                first ? "row" : null,
                "class",
                style(place, crossed),
                "data-of",
                place.label(),
                "tabindex",
                crossed.isPresent() && href.isEmpty() ? "0" : null,
                "data-tip",
                crossed.map(c -> reason(c, place, items)).orElse(null));
        if (!href.isEmpty()) {
            out.open("a", "class", "limit", "href", href);
        }
        if (value instanceof InStatus status && column.format().aged()) {
            aged(status, column);
        } else if (value instanceof CellValue.Lanes lanes && !lanes.isEmpty()) {
            squares(lanes);
        } else if (!value.isEmpty() || isSaid(value)) {
            content(items, place);
        } else {
            out.element("span", "–", "class", "none");
        }
        if (crossed.isPresent()) {
            out.spoken(crossed.get().spoken());
        }
        if (!href.isEmpty()) {
            out.close("a");
        }
        if (first) {
            marks(marks);
        }
        out.close(element);
    }

    private void squares(CellValue.Lanes lanes) throws IOException {
        out.open("ul", "class", "squares");
        for (LaneSquare lane : lanes.squares()) {
            out.open("li", "class", lane.style());
            out.open("span", "aria-hidden", "true").text(lane.sign()).close("span");
            out.spoken(lane.words()).close("li");
        }
        out.close("ul");
    }

    private static String style(Place place, Optional<CellMark> crossed) {
        return attribute(place.style() + crossed.map(mark -> " " + mark.style()).orElse(""));
    }

    /** The value of an attribute; null, which leaves it out, for one that says nothing. */
    static String attribute(String text) {
        return text.isBlank() ? null : text.strip();
    }

    private static String reason(CellMark crossed, Place place, List<CellValue> items) {
        String value = String.join(", ", items.stream().map(place::text).toList());
        return crossed.reason(place.column().name(), value, place.column().unit());
    }

    private void marks(List<Mark> marks) throws IOException {
        for (Mark mark : marks) {
            String element = mark.href().isEmpty() ? "span" : "a";
            out.open(
                    element,
                    "class",
                    "rowmark " + mark.style(),
                    "href",
                    mark.href().isEmpty() ? null : mark.href(),
                    "tabindex",
                    mark.href().isEmpty() ? "0" : null,
                    "data-tip",
                    mark.reason());
            out.open("span", "aria-hidden", "true")
                    .text(mark.sign())
                    .close("span")
                    .spoken(mark.reason());
            out.close(element);
        }
    }

    private void content(List<CellValue> items, Place place) throws IOException {
        Column column = place.column();
        Format format = column.format();
        boolean few = items.size() <= (format.link().isPresent() ? FEW : 1);
        if (place.told() && !format.count() && few) {
            for (int i = 0; i < items.size(); i++) {
                out.open("span", "class", "each");
                item(items.get(i), place);
                out.text(i + 1 < items.size() ? ", " : "").close("span");
            }
        } else if (place.told() && !format.count()) {
            item(items.get(0), place);
            out.text(" and ");
            list(Quantity.count(items.size() - 1) + " more", items, place);
        } else if (format.count() || items.size() > 1) {
            String text = format.count()
                    ? Quantity.count(items.size())
                    : String.join(", ", items.stream().map(place::text).toList());
            list(text, items, place);
        } else if (items.size() == 1) {
            item(items.get(0), place);
        }
    }

    private void list(String text, List<CellValue> items, Place place) throws IOException {
        Column column = place.column();
        if (items.isEmpty()) {
            out.text(text);
            return;
        }
        Kind kind = column.format().kind();
        List<String> shown = items.stream().limit(LISTED).map(place::text).toList();
        String link = column.format().link().orElse("");
        List<String> unlinked =
                shown.stream().filter(name -> Nowhere.leads(link, name)).toList();
        out.open(
                "button",
                "type",
                "button",
                "class",
                "list",
                "data-items",
                String.join("\n", shown),
                "data-more",
                items.size() > LISTED ? String.valueOf(items.size() - LISTED) : null,
                "data-link",
                link.isEmpty() ? null : link,
                "data-unlinked",
                unlinked.isEmpty() ? null : String.join("\n", unlinked),
                "aria-expanded",
                "false");
        boolean states = kind == Kind.STATE && !column.format().count();
        if (states) {
            out.element("span", text, "class", "verdict bare " + Verdicts.worst(shown));
        } else {
            text(text, place);
        }
        out.spoken(column.format().count() ? " " + column.name() + ", show list" : ", show list");
        out.close("button");
    }

    private void item(CellValue item, Place place) throws IOException {
        Column column = place.column();
        String text = item instanceof CellValue.Reworded words ? words.said() : place.text(item);
        Optional<String> link = column.format().link();
        if (link.isPresent() && link.get().isEmpty()) {
            address(text, column);
        } else if (link.isPresent() && !Nowhere.leads(link.get(), item.text())) {
            String href = link.get() + URLEncoder.encode(item.text(), StandardCharsets.UTF_8);
            String element = href.equals(here) ? "span" : "a";
            out.open(element, "href", href.equals(here) ? null : href, "class", "id");
            name(text);
            out.close(element);
        } else if (column.format().kind() == Kind.STATE) {
            out.element("span", text, "class", "verdict bare " + Verdicts.style(text));
        } else if (column.id().equals(PASSED) && item.measure().isPresent()) {
            passed(text, item.measure().getAsDouble());
        } else {
            text(text, place);
        }
    }

    /** A plate of which nothing passed needs attention, and less so one of which not all did. */
    private void passed(String text, double share) throws IOException {
        String style = share == 0 ? "fail" : share < ALL ? "warn" : "pass";
        String words = share == 0 ? "none passed" : share < ALL ? "not all passed" : "all passed";
        out.open("span", "class", "verdict bare " + style, "data-tip", words)
                .text(text)
                .spoken(", " + words)
                .close("span");
    }

    private void text(String text, Place place) throws IOException {
        Column column = place.column();
        if (place.told()) {
            name(text);
        } else if (Judging.reasons(column)) {
            Reasons.write(out, text);
        } else if (column.id().equals(SPECIES) && SpeciesNames.areSeveral(text)) {
            out.open("span", "data-tip", text);
            out.element("span", SpeciesNames.brief(text), "aria-hidden", "true").spoken(text);
            out.close("span");
        } else {
            out.text(text);
        }
    }

    /**
     * Names of runs are long; where they do not fit into a line they go on behind their instrument, so that all of them are two
     * lines, and longer names behind any of their parts.
     */
    private void name(String text) throws IOException {
        String[] parts = text.split("(?<=_)");
        for (int part = 0; part < parts.length; part++) {
            if (part > 0 && (parts.length != PARTS_OF_A_RUN || part == INSTRUMENT_ENDS)) {
                out.mayBreak();
            }
            out.text(parts[part]);
        }
    }

    /** A value that is an address itself; only web pages are linked to. */
    private void address(String href, Column column) throws IOException {
        String lower = href.toLowerCase(Locale.ROOT);
        if (lower.startsWith("https://") || lower.startsWith("http://")) {
            out.open("a", "href", href, "target", "_blank", "rel", "noopener noreferrer", "data-tip", href);
            String shown = column.id().equals(STEP) ? "LIMS" : column.name();
            out.text(shown).spoken(" " + href + ", opens a new window").close("a");
        } else {
            out.text(href);
        }
    }

    private void aged(InStatus status, Column column) throws IOException {
        Optional<Long> days = status.days(now);
        StatusAge age = days.map(StatusAge::of).orElse(StatusAge.NONE);
        String words = days.map(d -> "The last sample came here " + Quantity.count(d, "day") + " ago")
                .orElse("");
        out.open(
                "span",
                "class",
                "age " + age.name().toLowerCase(Locale.ROOT),
                "data-tip",
                words.isEmpty() ? null : words);
        list(Quantity.count(status.items().size()), status.items(), new Place(column, 0));
        if (days.isPresent()) {
            out.open("small");
            out.text(age.sign() + StatusAge.brief(days.get()));
            out.spoken(age == StatusAge.NONE ? "" : ", " + overdue(age)).close("small");
        }
        out.close("span");
    }

    private static String overdue(StatusAge age) {
        return switch (age) {
            case WEEK -> "over one week";
            case FORTNIGHT -> "over two weeks";
            case MONTH -> "over four weeks";
            case NONE -> "";
        };
    }
}
