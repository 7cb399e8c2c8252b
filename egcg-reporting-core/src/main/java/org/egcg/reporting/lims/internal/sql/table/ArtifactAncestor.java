package org.egcg.reporting.lims.internal.sql.table;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What an artifact was made of, over all steps. */
@Entity
@Table(name = "artifact_ancestor_map")
class ArtifactAncestor {

    @Id
    @Column(name = "artifactid")
    long artifactId;

    @Column(name = "ancestorartifactid")
    long ancestorId;
}
