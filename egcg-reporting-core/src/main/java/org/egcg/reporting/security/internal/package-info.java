/**
 * What do accounts need that knows no account? {@link org.egcg.reporting.security.internal.SecurityLog} records logins and
 * changes of rights, {@link org.egcg.reporting.security.internal.SigningKey} keeps the key under which tokens are signed.
 */
package org.egcg.reporting.security.internal;
