package org.egcg.reporting.lims.internal.sql.table;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDateTime;

/** A step that was opened, and perhaps completed. */
@Entity
@Table(name = "process")
class LimsProcess {

    @Id
    @Column(name = "processid")
    long id;

    @Column(name = "createddate")
    LocalDateTime opened;

    @Column(name = "lastmodifieddate")
    LocalDateTime modified;

    @Column(name = "daterun")
    LocalDateTime run;

    @Column(name = "workstatus")
    String workStatus;

    @Column(name = "typeid")
    Long typeId;

    @Column(name = "protocolstepid")
    Long stepId;
}
