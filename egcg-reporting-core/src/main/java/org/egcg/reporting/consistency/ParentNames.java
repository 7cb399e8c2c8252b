package org.egcg.reporting.consistency;

import java.util.HashSet;
import java.util.Set;

/**
 * The names of the things that others belong to, as they were read: those of runs and projects before lanes and samples, and
 * all of them before run elements.
 *
 * @param lanes hashes of run and lane number
 */
record ParentNames(Set<String> runs, Set<Long> lanes, Set<String> samples, Set<String> projects) {

    ParentNames() {
        this(new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashSet<>());
    }
}
