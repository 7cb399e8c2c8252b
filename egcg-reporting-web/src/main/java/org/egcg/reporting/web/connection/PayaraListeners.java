package org.egcg.reporting.web.connection;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.nio.transport.TCPNIOTransport;

/** Where Payara keeps its HTTP listeners: none of it is open to applications, so all of it is by reflection. */
final class PayaraListeners {

    private PayaraListeners() {}

    /**
     * Those that listen; none if none does yet.
     *
     * @param body how long a body may be that is announced
     */
    static List<GrizzlyConnections> limited(Class<?> service, long body) throws ReflectiveOperationException {
        Object grizzly = Class.forName("org.glassfish.internal.api.Globals")
                .getMethod("get", Class.class)
                .invoke(null, service);
        List<GrizzlyConnections> limits = new ArrayList<>();
        for (Object proxy : (Collection<?>) field(service, "proxies").get(grizzly)) {
            Object listener =
                    proxy.getClass().getMethod("getUnderlyingListener").invoke(proxy);
            Object transport = listener.getClass().getMethod("getTransport").invoke(listener);
            List<Connection<?>> sockets = sockets(transport);
            if (!sockets.isEmpty()) {
                limits.add(new GrizzlyConnections((TCPNIOTransport) transport, sockets, new ExpectContinue(body)));
            }
        }
        return limits;
    }

    /** A transport tells its probes only to sockets that are bound afterwards. */
    private static List<Connection<?>> sockets(Object transport) throws ReflectiveOperationException {
        List<Connection<?>> sockets = new ArrayList<>();
        for (Object socket : (Collection<?>)
                field(TCPNIOTransport.class, "serverConnections").get(transport)) {
            sockets.add((Connection<?>) socket);
        }
        return sockets;
    }

    private static Field field(Class<?> owner, String name) throws ReflectiveOperationException {
        Field field = owner.getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }
}
