package org.egcg.reporting.run;

import java.util.Optional;

/** A way in which names of runs are written. */
interface RunIdForm {

    /** What a name of this form says; empty for a name of another. */
    Optional<RunId> read(String name);
}
