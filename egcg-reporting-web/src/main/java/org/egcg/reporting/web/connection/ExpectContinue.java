package org.egcg.reporting.web.connection;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.glassfish.grizzly.http.HttpHeader;
import org.glassfish.grizzly.http.HttpRequestPacket;

/**
 * Requests whose senders wait for a word before they send their body. Grizzly says "100 Continue" to each before anybody
 * else is asked; a body that is too long is not invited here, so that the application can refuse it unsent.
 */
final class ExpectContinue {

    private final long longest;
    private final Method acknowledging;

    /** @throws ReflectiveOperationException if Grizzly decides elsewhere */
    ExpectContinue(long longest) throws ReflectiveOperationException {
        this.longest = longest;
        acknowledging = HttpRequestPacket.class.getDeclaredMethod("requiresAcknowledgement", boolean.class);
        acknowledging.setAccessible(true);
    }

    void heard(HttpHeader head) {
        if (head instanceof HttpRequestPacket request
                && request.requiresAcknowledgement()
                && request.getContentLength() > longest) {
            try {
                acknowledging.invoke(request, false);
            } catch (IllegalAccessException | InvocationTargetException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }
}
