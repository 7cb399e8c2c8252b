package org.egcg.reporting.lims.internal.sql.table;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The scientist whom a project belongs to. */
@Entity
@Table(name = "researcher")
class Researcher {

    @Id
    @Column(name = "researcherid")
    long id;

    @Column(name = "firstname")
    String firstName;

    @Column(name = "lastname")
    String lastName;
}
