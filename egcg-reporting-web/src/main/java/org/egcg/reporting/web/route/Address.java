package org.egcg.reporting.web.route;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Addresses that end with a name that may contain anything. */
public final class Address {

    private Address() {}

    /** The address with the name as one part of a path; a blank is a plus, as it always was in these addresses. */
    public static String of(String prefix, String name) {
        return prefix + URLEncoder.encode(name, StandardCharsets.UTF_8);
    }

    /** Whether an address may be a link: to a path of our own or to a web page. */
    public static boolean isSafe(String href) {
        String lower = href.toLowerCase(java.util.Locale.ROOT);
        return lower.startsWith("https://") || lower.startsWith("http://") || isLocal(href);
    }

    /** Whether an address is a path on this host, and not of another one in disguise. */
    public static boolean isLocal(String href) {
        return LocalPath.isLocal(href);
    }
}
