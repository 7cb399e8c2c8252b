package org.egcg.reporting.web.route;

import jakarta.servlet.http.HttpServletRequest;

/** A request's path as a log may have it: the address of a board is its secret. */
public final class LoggedPath {

    private static final String BOARD = "/board/";

    private LoggedPath() {}

    public static String of(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith(BOARD) ? BOARD + "…" : path;
    }
}
