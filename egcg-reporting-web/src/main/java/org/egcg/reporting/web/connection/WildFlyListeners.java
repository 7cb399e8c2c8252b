package org.egcg.reporting.web.connection;

import io.undertow.server.OpenListener;
import java.util.ArrayList;
import java.util.List;

/** Where WildFly keeps its HTTP listeners: among its services, of which applications know by reflection alone. */
final class WildFlyListeners {

    private static final String LISTENER = "org.wildfly.undertow.listener.";

    private WildFlyListeners() {}

    /** @throws ClassNotFoundException on other servers, and if the application does not name the module of WildFly's server */
    static List<UndertowListening> watched() throws ReflectiveOperationException {
        Object services = Class.forName("org.jboss.as.server.CurrentServiceContainer")
                .getMethod("getServiceContainer")
                .invoke(null);
        List<UndertowListening> listeners = new ArrayList<>();
        for (Object name : (List<?>) call(services, "getServiceNames")) {
            String canonical = (String) call(name, "getCanonicalName");
            if (canonical.startsWith(LISTENER)) {
                listeners.add(new UndertowListening(listener(services, name)));
            }
        }
        return List.copyOf(listeners);
    }

    private static OpenListener listener(Object services, Object name) throws ReflectiveOperationException {
        Object service = services.getClass()
                .getMethod("getRequiredService", name.getClass())
                .invoke(services, name);
        return (OpenListener) call(call(service, "getValue"), "getOpenListener");
    }

    private static Object call(Object of, String method) throws ReflectiveOperationException {
        return of.getClass().getMethod(method).invoke(of);
    }
}
