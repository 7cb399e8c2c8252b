package org.egcg.reporting.lims.internal.sql.table;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A workflow. */
@Entity
@Table(name = "labworkflow")
class LabWorkflow {

    @Id
    @Column(name = "workflowid")
    long id;
}
