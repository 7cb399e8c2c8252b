package org.egcg.reporting.embedded.lims;

import java.util.Set;

/** An artifact of the example, the samples that are in it, and what it was made of. */
record ExampleArtifact(long id, Set<Long> samples, Set<Long> lineage) {}
