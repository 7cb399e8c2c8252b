package org.egcg.reporting.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.literal.NamedLiteral;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import org.egcg.reporting.web.browser.PageRequest;
import org.egcg.reporting.web.reading.PageSettings;
import org.egcg.reporting.web.table.Misread;

/** The page that a request is for. */
@Named("currentPage")
@RequestScoped
public class CurrentPage {

    @Inject
    private PageRequest pageRequest;

    @Inject
    private Instance<Page> pages;

    @Inject
    private PageSettings settings;

    private Page page;

    /** The bean of the page. */
    public Page page() {
        if (page == null) {
            page = pages.select(NamedLiteral.of(pageRequest.pattern().page())).get();
        }
        return page;
    }

    /** What the address says and the page does not understand, beside what its tables tell of. */
    public List<Misread> misread() {
        List<Misread> all = new ArrayList<>(page().misread());
        if (page().notFound().isEmpty()) {
            page().words()
                    .map(words -> new StrayParameters(pageRequest.query(), words, page().tables()))
                    .ifPresent(stray -> all.addAll(stray.misread()));
        }
        return all;
    }

    /** Where the help of this page is. */
    public String help() {
        return HelpTopics.of(pageRequest.pattern().page());
    }

    /** What the page is called in the browser. */
    public String windowTitle() {
        return page().title() + settings.titleSuffix();
    }
}
