package org.egcg.reporting.web.route;

/** Which addresses stay on this host. */
public final class LocalPath {

    private LocalPath() {}

    /** Whether an address is a path on this host, and not of another one in disguise. */
    public static boolean isLocal(String href) {
        return href.startsWith("/")
                && !href.startsWith("//")
                && href.indexOf('\\') < 0
                && href.chars().noneMatch(Character::isISOControl);
    }
}
