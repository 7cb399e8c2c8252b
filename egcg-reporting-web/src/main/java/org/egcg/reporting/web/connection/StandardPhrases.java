package org.egcg.reporting.web.connection;

import java.lang.reflect.Method;
import java.util.Map;
import org.glassfish.grizzly.http.util.HttpStatus;

/**
 * The reason phrases of statuses that Grizzly does not know; it would call them CUSTOM, and the Python client shows its
 * users the phrase and nothing else.
 */
final class StandardPhrases {

    private static final Map<Integer, String> PHRASES = Map.of(
            421, "Misdirected Request",
            422, "Unprocessable Content",
            428, "Precondition Required",
            429, "Too Many Requests",
            431, "Request Header Fields Too Large");

    private StandardPhrases() {}

    /** @throws ReflectiveOperationException if Grizzly keeps them elsewhere */
    static void teach() throws ReflectiveOperationException {
        Method register = HttpStatus.class.getDeclaredMethod("register", int.class, String.class);
        register.setAccessible(true);
        for (Map.Entry<Integer, String> phrase : PHRASES.entrySet()) {
            register.invoke(null, phrase.getKey(), phrase.getValue());
        }
    }
}
