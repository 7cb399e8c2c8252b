package org.egcg.reporting.web.connection;

import java.lang.reflect.Field;
import java.util.Map;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.attributes.Attribute;
import org.glassfish.grizzly.http.HttpServerFilter;
import org.glassfish.grizzly.utils.DelayedExecutor.DelayQueue;

/**
 * Which connections of a listener may be used again. Grizzly remembers each until its time is over, half a minute, also
 * when it is closed at once, and with it the last request and 64 KB of buffers: of thousands that were refused more than
 * the heap has. So those that are closed are taken from its memory here.
 */
final class KeptAlive {

    private final Attribute<?> context;
    private final DelayQueue<Object> queue;
    private final Map<?, ?> all;
    private final Field connection;

    /** @throws ReflectiveOperationException if Grizzly keeps them elsewhere */
    @SuppressWarnings("unchecked")
    KeptAlive(HttpServerFilter http) throws ReflectiveOperationException {
        // By reflection: Grizzly has no way to forget a connection. If a version names them otherwise, this fails.
        context = (Attribute<?>) value(HttpServerFilter.class, "keepAliveContextAttr", http);
        queue = (DelayQueue<Object>) value(HttpServerFilter.class, "keepAliveQueue", http);
        all = (Map<?, ?>) value(DelayQueue.class, "queue", queue);
        connection = field(Class.forName(HttpServerFilter.class.getName() + "$KeepAliveContext"), "connection");
    }

    void forget(Connection<?> closed) {
        Object kept = context.get(closed);
        if (kept != null) {
            queue.remove(kept);
        }
    }

    /** Also those that were closed before their last request was answered. */
    void forgetClosed() {
        all.keySet().removeIf(kept -> !connection(kept).isOpen());
    }

    private Connection<?> connection(Object kept) {
        try {
            return (Connection<?>) connection.get(kept);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Object value(Class<?> owner, String name, Object of) throws ReflectiveOperationException {
        return field(owner, name).get(of);
    }

    private static Field field(Class<?> owner, String name) throws ReflectiveOperationException {
        Field field = owner.getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }
}
