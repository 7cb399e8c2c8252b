/**
 * What waits for a decision, and who looks at it? Start with {@link org.egcg.reporting.web.desk.DeskQueue}. Reads nothing:
 * what waits is read by {@code web.reading}, and decided by the beans.
 */
package org.egcg.reporting.web.desk;
