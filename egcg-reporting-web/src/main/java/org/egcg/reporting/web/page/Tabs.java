package org.egcg.reporting.web.page;

import java.util.List;
import java.util.Optional;
import org.egcg.reporting.web.browser.PageRequest;
import org.egcg.reporting.web.table.Misread;

/**
 * Tables of which one is shown at a time.
 *
 * @param key begins the keys of the tables; the rest is the tab's name
 * @param label begins the titles of the tabs
 * @param names the tabs, in order
 * @param failing the names of those where something is outside its limits
 * @param marked whether they say so
 * @param page whose tables they are
 */
public record Tabs(
        String key,
        String label,
        List<String> names,
        List<String> failing,
        boolean marked,
        PageRequest pageRequest,
        Page page) {

    /** The tab shown: the one that the address names, else the first that fails, else the first. */
    public String active() {
        String part = pageRequest.part();
        if (part.startsWith(key) && names.contains(part.substring(key.length()))) {
            return part.substring(key.length());
        }
        String named = pageRequest.query().parameters().getOrDefault(key, "");
        return names.contains(named) ? named : firstToLookAt();
    }

    /** That the address names a tab that there is not; empty if it does not. */
    Optional<Misread> misread() {
        return pageRequest.query().misread(key, names::contains, "is not there, so another one is shown");
    }

    /** Whether a tab says that something in it is outside its limits. */
    public boolean marks(String name) {
        return marked && failing.contains(name);
    }

    private String firstToLookAt() {
        return failing.stream().findFirst().or(() -> names.stream().findFirst()).orElse("");
    }

    public ReportTable table() {
        return page.table(key + active());
    }

    /** Whether the table of a tab, or the whole page, is to be drawn. */
    public boolean drawn() {
        return !names.isEmpty() && (pageRequest.whole() || pageRequest.part().startsWith(key));
    }

    public String href(String name) {
        return pageRequest.path()
                + pageRequest.query().without("part").with(key, name).text();
    }
}
