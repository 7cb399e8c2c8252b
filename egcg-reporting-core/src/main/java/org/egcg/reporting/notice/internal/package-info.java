/**
 * What has happened that people are to be told? {@link org.egcg.reporting.notice.internal.Watches} has all that look. Who is
 * told, and whether it is news, is the business of {@link org.egcg.reporting.notice}.
 */
@NullMarked
package org.egcg.reporting.notice.internal;

import org.jspecify.annotations.NullMarked;
