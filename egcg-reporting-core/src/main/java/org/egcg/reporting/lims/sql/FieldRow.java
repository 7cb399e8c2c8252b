package org.egcg.reporting.lims.sql;

/** A custom field of something; the value is null where the field has none. */
public record FieldRow(long owner, String name, String value) {}
