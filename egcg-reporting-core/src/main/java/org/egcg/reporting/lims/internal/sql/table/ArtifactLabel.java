package org.egcg.reporting.lims.internal.sql.table;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Which indexes an artifact carries. */
@Entity
@Table(name = "artifact_label_map")
class ArtifactLabel {

    @Id
    @Column(name = "artifactid")
    long artifactId;

    @Column(name = "labelid")
    long labelId;
}
