package org.egcg.reporting.lims.internal.sql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.eclipse.persistence.config.PersistenceUnitProperties;
import org.eclipse.persistence.exceptions.EclipseLinkException;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.egcg.reporting.error.ReportingException;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.lims.sql.LimsConnection;
import org.egcg.reporting.store.RequestBudget;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The LIMS' database, read and never written: each question is one read-only transaction that sees one state of the
 * data. Opening needs no database; while there is none, questions are answered with {@link Unavailable}, and as soon
 * as it is back they are answered again. Thread-safe.
 */
public final class LimsDatabase implements AutoCloseable {

    private static final Logger LOG = System.getLogger(LimsDatabase.class.getName());

    /** At level DEBUG when the first question is asked, EclipseLink logs each statement; else it logs nothing. */
    private static final Logger STATEMENTS = System.getLogger("org.egcg.reporting.lims.sql.statements");

    private static final String UNIT = "org/egcg/reporting/lims/internal/sql/persistence.xml";

    private final LimsConnection connection;
    private final HikariDataSource pool;
    private final Semaphore turns;
    private final LimsOutage outage;
    private EntityManagerFactory factory;
    private volatile boolean closed;

    public LimsDatabase(LimsConnection connection) {
        this.connection = connection;
        this.pool = pool(connection);
        this.turns = new Semaphore(connection.connections(), true);
        this.outage = new LimsOutage(connection);
    }

    private static HikariDataSource pool(LimsConnection connection) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("lims");
        config.setDataSource(driver(connection));
        config.setMaximumPoolSize(connection.connections());
        config.setMinimumIdle(0);
        config.setReadOnly(true);
        config.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
        config.setConnectionTimeout(connection.connecting().toMillis());
        // A LIMS that is away must not keep the service from starting.
        config.setInitializationFailTimeout(-1);
        config.setConnectionInitSql("""
                SET default_transaction_read_only = on;
                SET plan_cache_mode = force_custom_plan;
                SET jit = off;
                SET statement_timeout = %d""".formatted(connection.statement().toMillis()));
        return new HikariDataSource(config);
    }

    /** Never prepares statements on the server: a plan made for all arguments would be bad for most. */
    private static PGSimpleDataSource driver(LimsConnection connection) {
        PGSimpleDataSource driver = new PGSimpleDataSource();
        driver.setURL(connection.jdbcUrl());
        driver.setUser(connection.user());
        driver.setPassword(connection.password());
        driver.setApplicationName("egcg-reporting");
        driver.setPrepareThreshold(0);
        driver.setTcpKeepAlive(true);
        driver.setConnectTimeout((int) connection.connecting().toSeconds());
        driver.setLoginTimeout((int) connection.connecting().toSeconds());
        // Later than the statement timeout: the database gives up first, and says so.
        driver.setSocketTimeout((int) connection.statement().toSeconds() + 30);
        return driver;
    }

    /**
     * Asks, at the expense of the request that this thread is at. The function may be called twice, if the connection
     * turns out to be a broken one.
     *
     * @throws ReportingException.TooCostly if the request has had all the time of the database that it may
     * @throws Unavailable if the database does not answer, takes too long or has no free connection; at once, if it has
     *     just failed or another question is finding out whether it is back
     */
    public <T> T read(Function<LimsSession, T> question) {
        refuseIfClosed();
        // Here and in attempt(): in an outage none waits for a turn, and those that waited are refused as well.
        outage.refuseIfKnown();
        awaitTurn();
        try (LimsOutage.Attempt attempt = outage.attempt()) {
            return ask(question, attempt);
        } finally {
            turns.release();
        }
    }

    private void refuseIfClosed() {
        if (closed) {
            throw new Unavailable("lims", "The LIMS has been closed.", null);
        }
    }

    private void awaitTurn() {
        try {
            if (!turns.tryAcquire(connection.statement().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Unavailable("lims", "The LIMS is busy.", null);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Unavailable("lims", "Interrupted while waiting for the LIMS.", stopped);
        }
    }

    private <T> T ask(Function<LimsSession, T> question, LimsOutage.Attempt attempt) {
        try {
            return answered(question, attempt);
        } catch (PersistenceException | EclipseLinkException first) {
            // A pool hands out connections that the database closed while they were idle; the second one is made anew.
            if (!attempt.isFirst() || !DatabaseFailure.isBrokenConnection(first)) {
                throw unavailable(first);
            }
        }
        try {
            return answered(question, attempt);
        } catch (PersistenceException | EclipseLinkException again) {
            throw unavailable(again);
        }
    }

    private <T> T answered(Function<LimsSession, T> question, LimsOutage.Attempt attempt) {
        EntityManager manager = manager(attempt);
        try {
            manager.getTransaction().begin();
            return question.apply(new LimsSession(manager, connection.statement(), attempt::answered));
        } finally {
            close(manager);
        }
    }

    private static void close(EntityManager manager) {
        try {
            if (manager.getTransaction().isActive()) {
                manager.getTransaction().rollback();
            }
        } catch (PersistenceException | EclipseLinkException gone) {
            LOG.log(Level.DEBUG, "The connection was broken already.", gone);
        } finally {
            manager.close();
        }
    }

    /**
     * The unit is opened with the first question; those that wait here meanwhile fail together with it, and the next
     * question tries again.
     */
    private synchronized EntityManager manager(LimsOutage.Attempt attempt) {
        refuseIfClosed();
        if (factory == null) {
            attempt.refuseIfFailedMeanwhile();
            Map<String, Object> properties = new HashMap<>();
            properties.put(PersistenceUnitProperties.ECLIPSELINK_PERSISTENCE_XML, UNIT);
            properties.put(PersistenceUnitProperties.CLASSLOADER, LimsDatabase.class.getClassLoader());
            // EclipseLink shares sessions of one name in the JVM: a second LimsDatabase would ask the first one's.
            properties.put(PersistenceUnitProperties.SESSION_NAME, "lims-" + UUID.randomUUID());
            properties.put(PersistenceUnitProperties.NON_JTA_DATASOURCE, pool);
            boolean wanted = STATEMENTS.isLoggable(Level.DEBUG);
            properties.put(PersistenceUnitProperties.LOGGING_LEVEL, wanted ? "SEVERE" : "OFF");
            properties.put(PersistenceUnitProperties.CATEGORY_LOGGING_LEVEL_ + "sql", wanted ? "FINE" : "OFF");
            factory = new PersistenceProvider().createEntityManagerFactory("lims", properties);
        }
        try {
            return factory.createEntityManager();
        } catch (PersistenceException | EclipseLinkException failed) {
            factory.close();
            factory = null;
            throw unavailable(failed);
        }
    }

    /** The database's fault; whatever else failed is ours, and goes on as it is. */
    private ReportingException unavailable(RuntimeException cause) {
        String reason = DatabaseFailure.reason(cause).orElseThrow(() -> cause);
        if (DatabaseFailure.isOfTheQuestion(cause) && RequestBudget.current().hasSpent(connection.statement())) {
            return RequestBudget.outOfTimeOfLims(connection.statement());
        }
        if (DatabaseFailure.isOfTheQuestion(cause)) {
            LOG.log(Level.WARNING, "The LIMS {0} refused a question: {1}", connection, reason);
        } else {
            outage.failed(reason);
        }
        return new Unavailable("lims", "The LIMS does not answer.", cause);
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (factory != null) {
            factory.close();
            factory = null;
        }
        pool.close();
    }
}
