/**
 * Is a library there that only some installations need? {@link org.egcg.reporting.internal.library.OptionalLibrary} names
 * the artifact where it is missing.
 */
package org.egcg.reporting.internal.library;
