package org.egcg.reporting.lims.internal.sql.table;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What a step is called; several types may have one name. */
@Entity
@Table(name = "processtype")
class ProcessType {

    @Id
    @Column(name = "typeid")
    long id;

    @Column(name = "displayname")
    String name;
}
