package org.egcg.reporting.lims.internal.sql.table;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDateTime;

/** A submitted sample, which is a row of {@code process} too: other tables point to it by that id. */
@Entity
@Table(name = "sample")
class Sample {

    @Id
    @Column(name = "processid")
    long processId;

    @Column(name = "sampleid")
    long id;

    @Column(name = "name")
    String name;

    @Column(name = "datereceived")
    LocalDateTime received;

    @Column(name = "projectid")
    Long projectId;
}
