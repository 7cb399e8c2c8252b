package org.egcg.reporting.testkit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What a class of ours, or of others, writes into the log while this is open. */
public final class Logged extends Handler implements AutoCloseable {

    private final Logger logger;
    private final List<String> messages = new CopyOnWriteArrayList<>();

    private Logged(String logger) {
        this.logger = Logger.getLogger(logger);
        setFormatter(new SimpleFormatter());
        this.logger.addHandler(this);
    }

    /** From now on. */
    public static Logged by(String logger) {
        return new Logged(logger);
    }

    public List<String> messages() {
        return messages;
    }

    @Override
    public void publish(LogRecord entry) {
        messages.add(getFormatter().formatMessage(entry));
    }

    @Override
    public void flush() {
        // nothing is held back
    }

    @Override
    public void close() {
        logger.removeHandler(this);
    }
}
