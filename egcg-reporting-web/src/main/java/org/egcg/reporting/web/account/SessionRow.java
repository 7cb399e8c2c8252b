package org.egcg.reporting.web.account;

import org.egcg.reporting.security.Session;
import org.egcg.reporting.web.reading.Moments;

/** A session in a list. */
public record SessionRow(
        String id,
        String browser,
        String agent,
        String address,
        String source,
        String begun,
        String seen,
        String ends,
        boolean here) {

    static SessionRow of(Session session, boolean here, Moments moments) {
        return new SessionRow(
                session.id(),
                BrowserName.of(session.agent()),
                session.agent(),
                session.address().replaceFirst("^0:0:0:0:0:0:0:1$", "::1"),
                session.source().text(),
                moments.minute(session.begun()),
                moments.minute(session.lastSeen()),
                moments.minute(session.ends()),
                here);
    }
}
