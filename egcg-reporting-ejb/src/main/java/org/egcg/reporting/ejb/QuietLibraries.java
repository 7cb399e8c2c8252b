package org.egcg.reporting.ejb;

import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Levels for loggers of libraries that would fill a service's log; a level that is configured stays. */
final class QuietLibraries {

    /** Kept, so that their levels are: the pool tells of each broken connection, with all that led there. */
    private static final Map<Logger, Level> LOGGERS = Map.of(Logger.getLogger("com.zaxxer.hikari"), Level.SEVERE);

    private QuietLibraries() {}

    static void begin() {
        LOGGERS.forEach((logger, level) -> {
            if (logger.getLevel() == null) {
                logger.setLevel(level);
            }
        });
    }
}
