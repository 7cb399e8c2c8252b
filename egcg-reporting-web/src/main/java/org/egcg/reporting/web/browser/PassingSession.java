package org.egcg.reporting.web.browser;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpSession;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the faces library gets where it wants a session to note something for the page that it is drawing. It is gone with
 * the request: no browser is told of it, and the server keeps nothing.
 */
final class PassingSession implements HttpSession {

    private final ServletContext context;
    private final long begun = System.currentTimeMillis();
    private final Map<String, Object> attributes = new LinkedHashMap<>();

    PassingSession(ServletContext context) {
        this.context = context;
    }

    @Override
    public long getCreationTime() {
        return begun;
    }

    @Override
    public String getId() {
        return "none";
    }

    @Override
    public long getLastAccessedTime() {
        return begun;
    }

    @Override
    public ServletContext getServletContext() {
        return context;
    }

    @Override
    public void setMaxInactiveInterval(int interval) {
        // it ends with the request
    }

    @Override
    public int getMaxInactiveInterval() {
        return 0;
    }

    @Override
    public Object getAttribute(String name) {
        return attributes.get(name);
    }

    @Override
    public Enumeration<String> getAttributeNames() {
        return Collections.enumeration(attributes.keySet());
    }

    @Override
    public void setAttribute(String name, Object value) {
        attributes.put(name, value);
    }

    @Override
    public void removeAttribute(String name) {
        attributes.remove(name);
    }

    @Override
    public void invalidate() {
        attributes.clear();
    }

    @Override
    public boolean isNew() {
        return true;
    }
}
