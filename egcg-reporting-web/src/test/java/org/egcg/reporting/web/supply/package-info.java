/** What the application is made of: libraries that are not older than their faults, scripts that use them with care. */
package org.egcg.reporting.web.supply;
