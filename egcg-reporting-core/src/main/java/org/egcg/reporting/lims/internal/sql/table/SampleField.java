package org.egcg.reporting.lims.internal.sql.table;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A custom field of a sample. */
@Entity
@Table(name = "sample_udf_view")
class SampleField {

    @Id
    @Column(name = "sampleid")
    long sampleId;

    @Column(name = "udfname")
    String name;

    @Column(name = "udfvalue")
    String value;
}
