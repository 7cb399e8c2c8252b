package org.egcg.reporting.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.egcg.reporting.web.browser.PageRequest;
import org.egcg.reporting.web.compare.ComparedLine;
import org.egcg.reporting.web.compare.SideBySide;
import org.egcg.reporting.web.reading.ComparedRows;
import org.egcg.reporting.web.reading.PageSettings;
import org.egcg.reporting.web.route.Address;
import org.egcg.reporting.web.table.Layout;
import org.egcg.reporting.web.table.Row;
import org.egcg.reporting.web.table.TableQuery;
import org.egcg.reporting.web.table.TableSpec;

/** Runs, lanes or samples side by side, each against the first of them. */
@Named("compare")
@RequestScoped
public class ComparePage implements Page {

    /** More would not be told apart, and not fit beside each other. */
    private static final int MOST = 8;

    private static final List<String> NUMBERS = List.of("two", "three", "four", "five", "six", "seven", "eight");

    private static final String IDS = "ids";
    private static final String ONLY = "only";
    private static final String DIFFERENCES = "differences";

    @Inject
    private PageRequest pageRequest;

    @Inject
    private PageSettings pages;

    @Inject
    private ReportRows reports;

    @Inject
    private ComparedRows compared;

    private ReportTable table;
    private SideBySide comparison;
    private List<ComparedLine> lines;

    /** One of the things that are compared. */
    public record Thing(String letter, String name, String href, String first, String without) {}

    private String kind() {
        return pageRequest.parameter();
    }

    private ComparedRows.Kind of() {
        return ComparedRows.Kind.of(kind());
    }

    @Override
    public String title() {
        return "Compare " + kind();
    }

    @Override
    public String menu() {
        return of() == ComparedRows.Kind.SAMPLES ? "Samples" : "Runs";
    }

    @Override
    public Optional<Set<String>> words() {
        return Optional.of(Set.of(IDS, ONLY));
    }

    @Override
    public List<Link> crumbs() {
        return of() == ComparedRows.Kind.SAMPLES
                ? List.of(Link.to("Samples", "/samples/all"), Link.end("Compare"))
                : List.of(Link.to("Runs", "/runs/all"), Link.end("Compare"));
    }

    private List<String> ids() {
        return Arrays.stream(
                        pageRequest.query().parameters().getOrDefault(IDS, "").split("\\|"))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .distinct()
                .limit(MOST)
                .toList();
    }

    @Override
    public List<Fact> facts() {
        if (!away().isEmpty()) {
            return List.of(new Fact("", ids().stream().map(Link::end).toList()));
        }
        return things().size() < 2
                ? List.of()
                : List.of(
                        Fact.of(
                                noun().substring(0, 1).toUpperCase(Locale.ROOT) + noun().substring(1),
                                String.valueOf(things().size())),
                        Fact.of("Against", things().get(0).name()),
                        Fact.of(
                                "Differences",
                                String.valueOf(lines().stream()
                                        .filter(ComparedLine::differs)
                                        .count())));
    }

    private ReportTable table() {
        if (table == null) {
            TableSpec spec = TableSpec.full(kind(), title(), pages.table(of().table()), of().key(), kind());
            Layout layout = of().of(reports.layout(of().table(), of().key()), pages);
            // Rows are read on another thread, which has no request to ask.
            ComparedRows.Kind read = of();
            table = reports.kept(spec, read.keptAs(), () -> compared.rows(read, layout));
        }
        return table;
    }

    /** Why there is nothing to compare: what does not answer; empty text if everything does. */
    public String away() {
        return ids().isEmpty() || !table().failed() ? "" : table().failure();
    }

    private SideBySide comparison() {
        if (comparison == null) {
            comparison = new SideBySide(table().view().rows(), ids());
        }
        return comparison;
    }

    private boolean ready() {
        return !ids().isEmpty() && away().isEmpty();
    }

    /** The sources without which this is. */
    public List<String> without() {
        return ready() ? table().view().rows().missing() : List.of();
    }

    /** The names that nothing has. */
    public List<String> missing() {
        return ready() ? comparison().missing() : List.of();
    }

    /** What is compared, in order. */
    public List<Thing> things() {
        if (!ready()) {
            return List.of();
        }
        List<Thing> things = new ArrayList<>();
        List<String> names = comparison().things().stream().map(Row::key).toList();
        for (Row row : comparison().things()) {
            things.add(new Thing(
                    ComparedLine.letter(things.size()),
                    row.key(),
                    of().href(row),
                    address(moved(names, row.key()), onlyDifferences()),
                    address(
                            names.stream()
                                    .filter(name -> !name.equals(row.key()))
                                    .toList(),
                            onlyDifferences())));
        }
        return things;
    }

    private static List<String> moved(List<String> names, String first) {
        List<String> moved = new ArrayList<>(names);
        moved.remove(first);
        moved.add(0, first);
        return moved;
    }

    private String address(List<String> names, boolean differences) {
        return Address.of("/compare/", kind())
                + new TableQuery(java.util.Map.of())
                        .with(IDS, String.join("|", names))
                        .with(ONLY, differences ? DIFFERENCES : "")
                        .text();
    }

    public boolean onlyDifferences() {
        return DIFFERENCES.equals(pageRequest.query().parameters().get(ONLY));
    }

    /** Everything, and what differs alone. */
    public List<Link> choices() {
        List<String> names = things().stream().map(Thing::name).toList();
        return List.of(
                new Link("Everything", address(names, false), "", !onlyDifferences()),
                new Link("Only what differs", address(names, true), "", onlyDifferences()));
    }

    private List<ComparedLine> lines() {
        if (lines == null) {
            lines = comparison()
                    .lines(column ->
                            pages.meaningIn(of().table(), column.order().toString()));
        }
        return lines;
    }

    /** What is shown, under headings that stand above neighbouring lines. */
    public List<Group> groups() {
        List<Group> groups = new ArrayList<>();
        for (ComparedLine line : lines()) {
            if (onlyDifferences() && !line.differs()) {
                continue;
            }
            Group last = groups.isEmpty() ? null : groups.get(groups.size() - 1);
            if (last == null || !last.name().equals(line.group())) {
                last = new Group(line.group(), new ArrayList<>());
                groups.add(last);
            }
            last.lines().add(line);
        }
        return groups;
    }

    /** Lines under one heading. */
    public record Group(String name, List<ComparedLine> lines) {}

    /** What is compared, in a word. */
    public String noun() {
        return kind();
    }

    /** How to choose what is compared. */
    public String how() {
        String left = things().size() == 1
                ? "Comparing takes two, and here is only " + things().get(0).name() + ". "
                : "";
        return left + "Mark two to eight rows of a list; the button Compare then appears below them.";
    }

    /** Why nothing is side by side yet, before the names of what is missing if it is; empty text if something is. */
    public String hint() {
        if (things().size() >= 2 || !away().isEmpty()) {
            return "";
        }
        if (missing().isEmpty()) {
            return how();
        }
        return things().isEmpty() && missing().size() > 1
                ? "None of these " + NUMBERS.get(missing().size() - 2) + " " + kind() + " is known:"
                : lacking();
    }

    /** That there are some of them not, before their names. */
    public String lacking() {
        return "No such " + (missing().size() == 1 ? kind().replaceFirst("s$", "") : kind()) + ":";
    }

    /** What is missing. */
    public String names() {
        return String.join(", ", missing());
    }
}
