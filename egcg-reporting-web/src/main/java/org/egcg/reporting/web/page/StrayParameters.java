package org.egcg.reporting.web.page;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.egcg.reporting.web.browser.PageRequest;
import org.egcg.reporting.web.table.Misread;
import org.egcg.reporting.web.table.TableQuery;

/**
 * What an address says beside what its page understands, such as a filter of a table that is on another page.
 *
 * @param words the page's own parameters
 */
record StrayParameters(TableQuery query, Set<String> words, List<ReportTable> tables) {

    private static final String OPEN = "open";

    /** What scripts and links of any page put into its address. */
    private static final Set<String> ANYWHERE =
            Set.of(PageRequest.PART, "export", ReportTable.PRINTED, OPEN, "child", "off", "zoom");

    /** Parts of pages that can be unfolded and are no tables. */
    private static final Set<String> FOLDS = Set.of(ProcessedPage.CHANGES, SamplePage.HISTORY);

    List<Misread> misread() {
        Stream<Misread> unknown = query.parameters().entrySet().stream()
                .filter(asked -> !asked.getValue().isBlank() && !isKnown(asked.getKey()))
                .map(asked -> Misread.of(
                        asked.getKey() + "=" + asked.getValue(),
                        "is nothing that this page asks for, so it has no effect"));
        return Stream.concat(unknown, unfolded().stream()).toList();
    }

    private boolean isKnown(String name) {
        return ANYWHERE.contains(name)
                || words.contains(name)
                || tables.stream().anyMatch(table -> query.isOf(table.spec().prefix(), name));
    }

    private List<Misread> unfolded() {
        Set<String> keys = tables.stream().map(table -> table.spec().key()).collect(Collectors.toSet());
        return query
                .misread(
                        OPEN,
                        asked -> Stream.of(asked.split(",")).allMatch(key -> keys.contains(key) || FOLDS.contains(key)),
                        "names a section that this page does not have")
                .stream()
                .toList();
    }
}
