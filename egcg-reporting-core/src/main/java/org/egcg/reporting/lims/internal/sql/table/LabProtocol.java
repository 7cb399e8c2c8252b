package org.egcg.reporting.lims.internal.sql.table;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A protocol, which is a row of steps. */
@Entity
@Table(name = "labprotocol")
class LabProtocol {

    @Id
    @Column(name = "protocolid")
    long id;

    @Column(name = "protocolname")
    String name;
}
