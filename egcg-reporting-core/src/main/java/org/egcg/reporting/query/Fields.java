package org.egcg.reporting.query;

import java.util.List;
import org.egcg.reporting.error.ReportingException.Malformed;

/** The names of fields in queries, dotted where they lead into objects. */
final class Fields {

    /** What every document shows besides its id field, whatever the projection says. */
    static final List<String> ALWAYS_SHOWN = List.of("_id", "_etag", "_updated", "_created");

    /** No document has a field of this name: the schema knows none, and clients can add none. */
    private static final String ABSENT = "_absent";

    private static final String REVISION = "_revision";

    private Fields() {}

    /** Whether documents may show such a field: false for the store's own and for what cannot be a name. */
    static boolean shown(String path) {
        List<String> names = List.of(path.split("\\.", -1));
        return !names.get(0).equals(REVISION) && names.stream().noneMatch(Fields::impossible);
    }

    private static boolean impossible(String name) {
        return name.isEmpty() || name.startsWith("$") || name.indexOf('\0') >= 0;
    }

    /** The path to search by: the same, or for a field that must not be seen one that no document has. */
    static String searchable(String path) {
        if (path.indexOf('\0') >= 0 || path.contains(".$")) {
            throw new Malformed("where: no field can have the name " + path);
        }
        return shown(path) ? path : ABSENT;
    }
}
