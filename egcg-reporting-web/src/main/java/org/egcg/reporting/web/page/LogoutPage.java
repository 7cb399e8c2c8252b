package org.egcg.reporting.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The question whether one wants to log out, for those who come by an address; the menu asks nothing. */
@Named("logout")
@RequestScoped
public class LogoutPage implements Page {

    @Inject
    private PageRequest visit;

    @Override
    public String title() {
        return "Logout";
    }

    public boolean inside() {
        return visit.user() != null;
    }
}
