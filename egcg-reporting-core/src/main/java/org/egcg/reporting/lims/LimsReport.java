package org.egcg.reporting.lims;

import org.egcg.reporting.lims.request.LimsRequest;

/**
 * A report on what the LIMS says. Thread-safe.
 *
 * @param <Q> what it can be asked
 */
interface LimsReport<Q extends LimsRequest> {

    /** @throws org.egcg.reporting.error.ReportingException.Unavailable if the LIMS does not answer */
    LimsAnswer answer(Q asked);
}
