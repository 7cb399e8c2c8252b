package org.egcg.reporting.consistency;

import static org.egcg.reporting.consistency.StoredText.text;

import java.util.HashSet;
import java.util.Set;

/**
 * The names of the things that others belong to.
 *
 * @param lanes hashes of run and lane number
 */
record ParentNames(Set<String> runs, Set<Long> lanes, Set<String> samples, Set<String> projects) {

    static ParentNames of(Scan scan) {
        ParentNames names = new ParentNames(new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashSet<>());
        scan.each("runs", run -> names.runs().add(text(run, "run_id")), "run_id");
        scan.each(
                "lanes",
                lane -> names.lanes().add(Lanes.key(text(lane, "run_id"), lane.get("lane_number"))),
                "run_id",
                "lane_number");
        scan.each("samples", sample -> names.samples().add(text(sample, "sample_id")), "sample_id");
        scan.each("projects", project -> names.projects().add(text(project, "project_id")), "project_id");
        return names;
    }
}
