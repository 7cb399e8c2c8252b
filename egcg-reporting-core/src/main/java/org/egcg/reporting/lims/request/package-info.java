/**
 * What can the LIMS be asked? Start with {@link org.egcg.reporting.lims.request.LimsRequest}: one record per kind of
 * report. What the answers look like is said by the reports in {@code lims}.
 */
@NullMarked
package org.egcg.reporting.lims.request;

import org.jspecify.annotations.NullMarked;
