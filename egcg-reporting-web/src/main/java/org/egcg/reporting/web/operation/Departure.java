package org.egcg.reporting.web.operation;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;

/**
 * The first of the servlets to go when the application is stopped: waits until requests at work have ended. Payara waits
 * two seconds for the requests of each servlet, and takes it away under those that are still at work then. Has no
 * address.
 */
public class Departure extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    private transient RequestCapacity capacity;

    @Override
    public void destroy() {
        capacity.close();
    }
}
