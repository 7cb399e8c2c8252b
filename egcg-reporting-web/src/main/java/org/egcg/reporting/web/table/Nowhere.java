package org.egcg.reporting.web.table;

import java.util.Map;

/** Names that stand in the place of a sample or a project and are none: pipelines file reads of unknown barcodes under them. */
public final class Nowhere {

    private static final Map<String, String> NAMES = Map.of("/sample/", "Undetermined", "/projects/", "default");

    private Nowhere() {}

    /** Whether a link with this name behind it would lead to a page about nothing. */
    public static boolean leads(String link, String name) {
        return name.equals(NAMES.get(link));
    }
}
