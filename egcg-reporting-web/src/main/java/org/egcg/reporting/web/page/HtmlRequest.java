package org.egcg.reporting.web.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;

/**
 * A request for a page. Pages are HTML, whatever a client accepts: the faces library would look into that header, and
 * breaks on one that cannot be read.
 */
final class HtmlRequest extends HttpServletRequestWrapper {

    private static final String ACCEPT = "Accept";
    private static final String PAGE = "text/html";

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
}
