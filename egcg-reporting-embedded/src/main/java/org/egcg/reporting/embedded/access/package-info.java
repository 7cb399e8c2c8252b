/** What keeps others out of what is embedded? Passwords that are made at each start and never shown. */
package org.egcg.reporting.embedded.access;
