/**
 * When does it run? Session beans that open the library when the server starts, close it when it stops, and run its
 * schedules. Whatever needs an {@code if} belongs in core.
 */
package org.egcg.reporting.ejb;
