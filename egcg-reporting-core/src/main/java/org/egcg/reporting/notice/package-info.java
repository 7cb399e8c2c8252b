/**
 * What is told to whom, and how? Start with {@link org.egcg.reporting.notice.Notices}. What has happened is found by each
 * {@link org.egcg.reporting.notice.Watch}; how a message gets to a mail server is the business of those who have one.
 */
@NullMarked
package org.egcg.reporting.notice;

import org.jspecify.annotations.NullMarked;
