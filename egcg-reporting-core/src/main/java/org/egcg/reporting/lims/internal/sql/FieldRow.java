package org.egcg.reporting.lims.internal.sql;

/** A custom field of something; the value is null where the field has none. */
public record FieldRow(long owner, String name, String value) {}
