package org.egcg.reporting.lims.internal.sql.table;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A custom field of an artifact. */
@Entity
@Table(name = "artifact_udf_view")
class ArtifactField {

    @Id
    @Column(name = "artifactid")
    long artifactId;

    @Column(name = "udfname")
    String name;

    @Column(name = "udfvalue")
    String value;
}
