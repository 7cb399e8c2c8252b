package org.egcg.reporting.web.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.regex.Pattern;

/** A request for a page without an {@code Accept} that names no media types: the faces library breaks on such a one. */
final class SaneAccept extends HttpServletRequestWrapper {

    private static final String ACCEPT = "Accept";
    private static final Pattern TYPE = Pattern.compile("\\s*[^\\s/;,]+/[^\\s/;,]+\\s*(;.*)?");
    private static final String PAGE = "text/html";

    private SaneAccept(HttpServletRequest request) {
        super(request);
    }

    /** The request itself if its header can be read. */
    static HttpServletRequest of(HttpServletRequest request) {
        String accept = request.getHeader(ACCEPT);
        boolean sane = accept == null
                || Arrays.stream(accept.split(",", -1))
                        .allMatch(type -> TYPE.matcher(type).matches());
        return sane ? request : new SaneAccept(request);
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
