/**
 * Who else on this machine may read what the service keeps? No other account: {@link org.egcg.reporting.internal.files.PrivateFiles} makes
 * files and directories that belong to the service's own account alone. Knows no other room.
 */
package org.egcg.reporting.internal.files;
