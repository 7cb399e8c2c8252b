package org.egcg.reporting.lims.internal.sql.table;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A queue: a step inside a workflow, or a whole protocol of quality control if it has no step. */
@Entity
@Table(name = "stage")
class Stage {

    @Id
    @Column(name = "stageid")
    long id;

    @Column(name = "membershipid")
    Long sectionId;

    @Column(name = "stepid")
    Long stepId;
}
