package org.egcg.reporting.lims.internal.sql.table;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDateTime;

/** An artifact in the queue of a stage; done if the run's number is negative. */
@Entity
@Table(name = "stagetransition")
class StageTransition {

    @Id
    @Column(name = "transitionid")
    long id;

    @Column(name = "stageid")
    long stageId;

    @Column(name = "artifactid")
    long artifactId;

    @Column(name = "workflowrunid")
    long workflowRun;

    @Column(name = "createddate")
    LocalDateTime created;

    @Column(name = "completedbyid")
    Long completedBy;
}
