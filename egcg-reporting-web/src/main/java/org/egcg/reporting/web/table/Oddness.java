package org.egcg.reporting.web.table;

import java.util.List;

/** Says what does not fit about the thing that a row is about. It is asked each time a row is shown. */
@FunctionalInterface
public interface Oddness {

    /** Nothing is known not to fit. */
    Oddness NONE = key -> List.of();

    /** Sentences about the thing that a row's key names. */
    List<String> about(String key);
}
