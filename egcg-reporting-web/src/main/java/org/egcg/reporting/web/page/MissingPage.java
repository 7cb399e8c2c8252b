package org.egcg.reporting.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;

/** What is shown for an address that leads nowhere. */
@Named("missing")
@RequestScoped
public class MissingPage implements Page {

    @Override
    public String title() {
        return "Page not found";
    }

    @Override
    public List<Link> crumbs() {
        return List.of(Link.to("Main page", "/"), Link.end(title()));
    }
}
