package org.egcg.reporting.lims.internal.sql.table;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An index that a library is labelled with. */
@Entity
@Table(name = "reagentlabel")
class ReagentLabel {

    @Id
    @Column(name = "labelid")
    long id;

    @Column(name = "name")
    String name;
}
