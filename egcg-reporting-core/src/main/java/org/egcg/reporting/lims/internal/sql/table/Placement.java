package org.egcg.reporting.lims.internal.sql.table;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The well of an artifact, counted from 0. */
@Entity
@Table(name = "containerplacement")
class Placement {

    @Id
    @Column(name = "placementid")
    long id;

    @Column(name = "containerid")
    Long containerId;

    @Column(name = "wellxposition")
    Integer column;

    @Column(name = "wellyposition")
    Integer row;

    @Column(name = "processartifactid")
    Long artifactId;
}
