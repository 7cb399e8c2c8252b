/**
 * What kind of sample is it? {@link org.egcg.reporting.sample.SampleKinds} tells controls from samples, by their field or
 * by the patterns of the configuration.
 */
@NullMarked
package org.egcg.reporting.sample;

import org.jspecify.annotations.NullMarked;
