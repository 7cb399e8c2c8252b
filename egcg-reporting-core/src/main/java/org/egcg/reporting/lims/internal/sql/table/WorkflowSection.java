package org.egcg.reporting.lims.internal.sql.table;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A protocol inside a workflow. */
@Entity
@Table(name = "workflowsection")
class WorkflowSection {

    @Id
    @Column(name = "sectionid")
    long id;

    @Column(name = "protocolid")
    Long protocolId;

    @Column(name = "workflowid")
    Long workflowId;
}
