package org.egcg.reporting.lims.internal.sql.table;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A plate, flow cell or tube. */
@Entity
@Table(name = "container")
class Container {

    @Id
    @Column(name = "containerid")
    long id;

    @Column(name = "name")
    String name;
}
