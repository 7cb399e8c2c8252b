package org.egcg.reporting.web.operation;

import java.util.Set;

/** The methods of HTTP that the service knows; others are answered 501 by servlets, 400 by some servers. */
final class KnownMethods {

    static final Set<String> NAMES = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private KnownMethods() {}
}
