package org.egcg.reporting.lims.internal.sql.table;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Which samples are in an artifact. */
@Entity
@Table(name = "artifact_sample_map")
class ArtifactSample {

    @Id
    @Column(name = "artifactid")
    long artifactId;

    @Column(name = "processid")
    long sampleProcessId;
}
