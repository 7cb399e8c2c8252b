/**
 * What was done to an instrument? Start with {@link org.egcg.reporting.event.InstrumentEvents}, which keeps what people have
 * noted. What that means for control charts is the business of {@code control}.
 */
@NullMarked
package org.egcg.reporting.event;

import org.jspecify.annotations.NullMarked;
