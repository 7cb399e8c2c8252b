/**
 * On what was it sequenced? Start with {@link org.egcg.reporting.instrument.Instruments}, which knows the models of
 * instruments and the types of flow cells by their ids. It reads nothing but its table.
 */
@NullMarked
package org.egcg.reporting.instrument;

import org.jspecify.annotations.NullMarked;
