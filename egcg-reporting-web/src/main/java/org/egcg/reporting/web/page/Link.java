package org.egcg.reporting.web.page;

/**
 * A way to somewhere.
 *
 * @param count how many things are there; empty text if it is not known
 * @param here whether it is where one is
 */
public record Link(String label, String href, String count, boolean here) {

    public static Link to(String label, String href) {
        return new Link(label, href, "", false);
    }

    /** The end of a trail: where one is. */
    public static Link end(String label) {
        return new Link(label, "", "", true);
    }
}
