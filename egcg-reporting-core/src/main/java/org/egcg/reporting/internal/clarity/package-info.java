/**
 * What do we ask Clarity to do? Its REST API (version 2), spoken by
 * {@link org.egcg.reporting.internal.clarity.ClarityClient} through a {@link org.egcg.reporting.internal.clarity.ClaritySession} per
 * user: workflows, stages, queues, samples, routing, steps. Which samples are to be reviewed, and when, {@code review}
 * decides; what Clarity's database says is the business of {@code lims}.
 */
package org.egcg.reporting.internal.clarity;
