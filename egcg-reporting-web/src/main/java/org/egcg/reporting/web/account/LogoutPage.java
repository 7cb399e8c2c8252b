package org.egcg.reporting.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.egcg.reporting.web.browser.PageRequest;
import org.egcg.reporting.web.page.Page;

/** The question whether one wants to log out, for those who come by an address; the menu asks nothing. */
@Named("logout")
@RequestScoped
public class LogoutPage implements Page {

    @Inject
    private PageRequest pageRequest;

    @Override
    public String title() {
        return "Logout";
    }

    public boolean inside() {
        return pageRequest.user() != null;
    }
}
