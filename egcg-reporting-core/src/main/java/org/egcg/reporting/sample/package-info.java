/**
 * What kind of sample is it? {@link org.egcg.reporting.sample.SampleKinds} tells controls from samples, by their field or
 * by the patterns of the configuration.
 */
package org.egcg.reporting.sample;
