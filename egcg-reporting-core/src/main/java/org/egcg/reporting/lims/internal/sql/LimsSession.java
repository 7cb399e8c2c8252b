package org.egcg.reporting.lims.internal.sql;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.persistence.config.QueryHints;
import org.egcg.reporting.store.RequestBudget;

/** One read-only transaction on the LIMS, which sees one state of the data. For one thread. */
public final class LimsSession {

    private static final int FETCH = 5_000;

    private final EntityManager manager;
    private final Duration most;
    private final Runnable heard;

    /**
     * @param most how long the database may work for one request, all its statements together
     * @param heard told of each answer of the database
     */
    LimsSession(EntityManager manager, Duration most, Runnable heard) {
        this.manager = manager;
        this.most = most;
        this.heard = heard;
    }

    /** The rows of one statement. */
    <T> List<T> rows(Class<T> row, String jpql, Map<String, ?> arguments) {
        TypedQuery<T> query = manager.createQuery(jpql, row);
        query.setHint(QueryHints.JDBC_FETCH_SIZE, FETCH);
        arguments.forEach(query::setParameter);
        List<T> rows = RequestBudget.current().askingLims(most, left -> within(left, query));
        heard.run();
        return rows;
    }

    /** The database's own time-out is that of a request's first statement; the later ones have what is left. */
    private <T> List<T> within(Duration left, TypedQuery<T> query) {
        if (left.compareTo(most) < 0) {
            query.setHint("jakarta.persistence.query.timeout", (int) left.toMillis());
        }
        return query.getResultList();
    }

    /** Asks next to nothing: whether the database answers. */
    public void ping() {
        rows(Long.class, "SELECT COUNT(j) FROM Project j WHERE j.id = 0", Map.of());
    }
}
