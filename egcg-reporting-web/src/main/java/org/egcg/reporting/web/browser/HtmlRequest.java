package org.egcg.reporting.web.browser;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpSession;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request for a page, as the faces library gets it. Pages are HTML, whatever a client accepts: the library would look
 * into that header, and breaks on one that cannot be read. It only draws: what a form has sent is dealt with before, so
 * no view is ever restored from what a client says, and no session of the server begins.
 */
final class HtmlRequest extends HttpServletRequestWrapper {

    private static final String ACCEPT = "Accept";
    private static final String PAGE = "text/html";
    private static final String FACES = "jakarta.faces.";

    private HttpSession session;

    HtmlRequest(HttpServletRequest request) {
        super(request);
    }

    @Override
    public String getHeader(String name) {
        return ACCEPT.equalsIgnoreCase(name) ? PAGE : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return ACCEPT.equalsIgnoreCase(name)
                ? Collections.enumeration(Collections.singleton(PAGE))
                : super.getHeaders(name);
    }

    @Override
    public String getParameter(String name) {
        return name.startsWith(FACES) ? null : super.getParameter(name);
    }

    @Override
    public String[] getParameterValues(String name) {
        return name.startsWith(FACES) ? null : super.getParameterValues(name);
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        Map<String, String[]> parameters = new LinkedHashMap<>(super.getParameterMap());
        parameters.keySet().removeIf(name -> name.startsWith(FACES));
        return Collections.unmodifiableMap(parameters);
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(getParameterMap().keySet());
    }

    @Override
    public HttpSession getSession() {
        return getSession(true);
    }

    @Override
    public HttpSession getSession(boolean create) {
        if (session == null && create) {
            session = new PassingSession(getServletContext());
        }
        return session;
    }
}
