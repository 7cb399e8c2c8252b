package org.egcg.reporting.lims.internal.sql.table;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDateTime;

/** A project; open as long as it has no date of closing. */
@Entity
@Table(name = "project")
class Project {

    @Id
    @Column(name = "projectid")
    long id;

    @Column(name = "name")
    String name;

    @Column(name = "opendate")
    LocalDateTime opened;

    @Column(name = "closedate")
    LocalDateTime closed;

    @Column(name = "researcherid")
    Long researcherId;
}
