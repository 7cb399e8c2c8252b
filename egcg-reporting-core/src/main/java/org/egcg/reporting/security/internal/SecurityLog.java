package org.egcg.reporting.security.internal;

import org.bson.BsonDocument;
import org.bson.BsonString;
import org.egcg.reporting.json.JsonWriter;

/**
 * What one wants to know afterwards about who came in, who did not, and who was given what: a JSON object per line, in
 * a log of its own. Never a password, a token or a key; whatever a client has sent is escaped. Thread-safe.
 */
public final class SecurityLog {

    /** The name of the log, by which servers send it where it belongs. */
    public static final String NAME = "org.egcg.reporting.security.log";

    private static final int LONGEST = 200;
    private static final System.Logger LOG = System.getLogger(NAME);

    private SecurityLog() {}

    /**
     * Notes what happened as it should.
     *
     * @param facts names, each with its value behind it
     */
    public static void note(String event, String... facts) {
        LOG.log(System.Logger.Level.INFO, line(event, facts));
    }

    /** Notes what an administrator should look at. */
    public static void warn(String event, String... facts) {
        LOG.log(System.Logger.Level.WARNING, line(event, facts));
    }

    private static String line(String event, String... facts) {
        BsonDocument line = new BsonDocument("event", new BsonString(event));
        for (int i = 0; i < facts.length; i += 2) {
            line.append(facts[i], new BsonString(cut(facts[i + 1])));
        }
        return JsonWriter.text(line);
    }

    private static String cut(String value) {
        String text = String.valueOf(value);
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
