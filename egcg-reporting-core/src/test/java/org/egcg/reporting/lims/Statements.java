package org.egcg.reporting.lims;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Listens to the statements that are sent to the LIMS' database, until it is closed. */
final class Statements extends Handler implements AutoCloseable {

    private static final Pattern BOUND = Pattern.compile("(?s)(.*?)\\s*bind => \\[(.*)]\\s*");
    private static final String SESSIONS = "org.eclipse.persistence.session.lims";

    /** Kept, so that its level is. */
    private static final Logger WANTED = Logger.getLogger("org.egcg.reporting.lims.sql.statements");

    private final List<String> texts = new CopyOnWriteArrayList<>();
    private final List<Long> starts = new CopyOnWriteArrayList<>();
    private final List<Logger> loggers;

    /** To be called before sessions are opened. */
    static void areWanted() {
        WANTED.setLevel(Level.FINE);
    }

    /** Sessions must have been opened before, by any question. */
    Statements() {
        setLevel(Level.ALL);
        loggers = Collections.list(LogManager.getLogManager().getLoggerNames()).stream()
                .filter(name -> name.startsWith(SESSIONS) && name.endsWith(".sql"))
                .map(Logger::getLogger)
                .toList();
        for (Logger logger : loggers) {
            logger.setLevel(Level.FINE);
            logger.setUseParentHandlers(false);
            logger.addHandler(this);
        }
    }

    List<String> texts() {
        return texts;
    }

    /**
     * How long each statement took until the next one was sent, in nanoseconds, with its arguments in the place of
     * question marks. Only for statements of one thread.
     */
    Map<String, Long> durations() {
        Map<String, Long> durations = new LinkedHashMap<>();
        for (int i = 0; i < texts.size(); i++) {
            long end = i + 1 < starts.size() ? starts.get(i + 1) : System.nanoTime();
            durations.merge(bound(texts.get(i)), end - starts.get(i), Math::max);
        }
        return durations;
    }

    /** EclipseLink writes {@code SELECT … = ? bind => [a, b]}; all of our arguments may be quoted. */
    private static String bound(String message) {
        Matcher parts = BOUND.matcher(message);
        if (!parts.matches()) {
            return message;
        }
        String sql = parts.group(1);
        for (String argument : parts.group(2).split(", ", -1)) {
            sql = sql.replaceFirst("\\?", Matcher.quoteReplacement("'" + argument + "'"));
        }
        return sql;
    }

    @Override
    public void publish(LogRecord record) {
        String message = String.valueOf(record.getMessage());
        if (message.startsWith("SELECT")) {
            texts.add(message);
            starts.add(System.nanoTime());
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        for (Logger logger : loggers) {
            logger.removeHandler(this);
            logger.setLevel(Level.OFF);
        }
    }
}
