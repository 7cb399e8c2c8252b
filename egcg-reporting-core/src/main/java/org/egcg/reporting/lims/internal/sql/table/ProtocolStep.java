package org.egcg.reporting.lims.internal.sql.table;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A step of a protocol. */
@Entity
@Table(name = "protocolstep")
class ProtocolStep {

    @Id
    @Column(name = "stepid")
    long id;

    @Column(name = "processtypeid")
    Long typeId;

    @Column(name = "protocolid")
    Long protocolId;
}
