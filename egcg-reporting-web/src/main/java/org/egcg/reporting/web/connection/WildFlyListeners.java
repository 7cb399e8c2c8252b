package org.egcg.reporting.web.connection;

import io.undertow.server.OpenListener;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Where WildFly keeps its HTTP listeners: among its services, of which applications know by reflection alone. */
final class WildFlyListeners {

    private static final String SERVICES = "org.jboss.msc.service.";
    private static final String LISTENER = "org.wildfly.undertow.listener.";
    private static final String UPGRADES = LISTENER + "http-upgrade-registry.";

    private WildFlyListeners() {}

    /** @throws ClassNotFoundException on other servers, and if the application does not name the module of WildFly's server */
    static List<UndertowListening> watched() throws ReflectiveOperationException {
        Object services = Class.forName("org.jboss.as.server.CurrentServiceContainer")
                .getMethod("getServiceContainer")
                .invoke(null);
        List<UndertowListening> listeners = new ArrayList<>();
        for (Object name : (List<?>) call("ServiceRegistry", "getServiceNames", services)) {
            String canonical = (String) call("ServiceName", "getCanonicalName", name);
            if (canonical.startsWith(LISTENER) && !canonical.startsWith(UPGRADES)) {
                listeners.add(new UndertowListening(listener(services, name)));
            }
        }
        return List.copyOf(listeners);
    }

    private static OpenListener listener(Object services, Object name) throws ReflectiveOperationException {
        Object service = call("ServiceRegistry", "getRequiredService", services, name);
        Object listener = call("ServiceController", "getValue", service);
        return (OpenListener) listener.getClass().getMethod("getOpenListener").invoke(listener);
    }

    /** By the public type: what implements it is not open. */
    private static Object call(String type, String method, Object of, Object... with)
            throws ReflectiveOperationException {
        Class<?>[] types = Stream.of(with).map(Object::getClass).toArray(Class<?>[]::new);
        return Class.forName(SERVICES + type).getMethod(method, types).invoke(of, with);
    }
}
