package org.egcg.reporting.lims.internal.sql.table;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A custom field of a project, container or laboratory. */
@Entity
@Table(name = "entity_udf_view")
class EntityField {

    @Id
    @Column(name = "attachtoid")
    long ownerId;

    @Column(name = "attachtoclassid")
    long ownerClass;

    @Column(name = "udfname")
    String name;

    @Column(name = "udfvalue")
    String value;
}
