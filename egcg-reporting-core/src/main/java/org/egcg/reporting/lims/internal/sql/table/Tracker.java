package org.egcg.reporting.lims.internal.sql.table;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An artifact that went into a process. */
@Entity
@Table(name = "processiotracker")
class Tracker {

    @Id
    @Column(name = "trackerid")
    long id;

    @Column(name = "inputartifactid")
    Long inputId;

    @Column(name = "processid")
    Long processId;
}
