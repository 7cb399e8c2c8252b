package org.egcg.reporting.web.page;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.egcg.reporting.web.browser.PageRequest;
import org.egcg.reporting.web.reading.PageSettings;
import org.egcg.reporting.web.table.Quantity;

/** A page that consists of tables. */
abstract class TablesPage implements Page {

    @Inject
    PageRequest pageRequest;

    @Inject
    PageSettings pages;

    @Inject
    ReportRows reports;

    private List<ReportTable> tables;

    /** The tables of the page, in order. Their rows are not read yet. */
    abstract List<ReportTable> made();

    @Override
    public List<ReportTable> tables() {
        if (tables == null) {
            tables = made();
        }
        return tables;
    }

    @Override
    public Optional<Set<String>> words() {
        return Optional.of(Set.of());
    }

    /** When it was seen that there is nothing; where there are rows, it stands below them. */
    @Override
    public List<Fact> facts() {
        boolean blank = !tables().isEmpty()
                && tables().stream()
                        .allMatch(table ->
                                table.open() && !table.failed() && table.view().total() == 0);
        return blank ? List.of(Fact.of("", seen(tables().get(0)))) : List.of();
    }

    private String seen(ReportTable table) {
        return pages.asOf(table.view().rows().asOf()) + (table.updating() ? ", updating…" : "");
    }

    /** A sentence if none of the tables that are open can be read; else empty text. */
    public String allAway() {
        List<ReportTable> open = tables().stream().filter(ReportTable::open).toList();
        return open.stream().allMatch(ReportTable::failed)
                ? open.stream().findFirst().map(ReportTable::failure).orElse("")
                : "";
    }

    /** Whether neither this list nor that of all has a row, and every source has answered. */
    final boolean isNothingReported() {
        return tables().get(0).view().rows().missing().isEmpty()
                && siblings().stream()
                        .filter(view -> view.label().equals("All"))
                        .allMatch(view -> view.count().equals("0"));
    }

    /** How many rows the first table has; empty text if its source does not answer. */
    final String countHere() {
        ReportTable main = tables().get(0);
        return main.failed() ? "" : Quantity.count(main.view().total());
    }
}
