package org.egcg.reporting.lims.internal.sql.table;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A custom field of a process. */
@Entity
@Table(name = "process_udf_view")
class ProcessField {

    @Id
    @Column(name = "processid")
    long processId;

    @Column(name = "udfname")
    String name;

    @Column(name = "udfvalue")
    String value;
}
