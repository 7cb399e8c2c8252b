package org.egcg.reporting.lims.internal.sql.table;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDateTime;

/** What quality control said of an artifact, and when. */
@Entity
@Table(name = "artifactstate")
class ArtifactState {

    @Id
    @Column(name = "stateid")
    long id;

    @Column(name = "qcflag")
    Integer qcFlag;

    @Column(name = "lastmodifieddate")
    LocalDateTime modified;

    @Column(name = "artifactid")
    Long artifactId;
}
