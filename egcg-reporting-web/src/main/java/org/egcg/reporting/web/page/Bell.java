package org.egcg.reporting.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.egcg.reporting.ejb.ReportingNotices;
import org.egcg.reporting.error.ReportingException;

/** The bell in the bar: how much its user has not read. */
@Named
@RequestScoped
public class Bell {

    private static final long MOST = 99;

    @Inject
    private ReportingNotices notices;

    private Long unread;

    /** Nothing while the store is away: pages are drawn all the same. */
    public long unread() {
        if (unread == null) {
            try {
                unread = notices.unread();
            } catch (ReportingException away) {
                unread = 0L;
            }
        }
        return unread;
    }

    /** As few signs as fit beside a bell. */
    public String count() {
        return unread() > MOST ? MOST + "+" : Long.toString(unread());
    }
}
