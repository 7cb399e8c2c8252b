package org.egcg.reporting.lims.internal.sql.table;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An artifact that a process made of an input. */
@Entity
@Table(name = "outputmapping")
class Output {

    @Id
    @Column(name = "mappingid")
    long id;

    @Column(name = "trackerid")
    Long trackerId;

    @Column(name = "outputartifactid")
    Long artifactId;
}
