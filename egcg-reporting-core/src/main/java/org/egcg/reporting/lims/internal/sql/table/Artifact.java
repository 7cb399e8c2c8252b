package org.egcg.reporting.lims.internal.sql.table;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What is in a tube, well or lane; the original one of a sample is what was submitted. */
@Entity
@Table(name = "artifact")
class Artifact {

    @Id
    @Column(name = "artifactid")
    long id;

    @Column(name = "luid")
    String luid;

    @Column(name = "isoriginal")
    Boolean original;
}
