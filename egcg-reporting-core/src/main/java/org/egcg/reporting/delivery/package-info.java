/**
 * What is ready to be delivered of a project, and who has signed for it? Start with
 * {@link org.egcg.reporting.delivery.Delivery}, how it stands with each of a project's samples;
 * {@link org.egcg.reporting.delivery.SignedDelivery} is one that was signed, with all that it said then. Looking at samples
 * and signing is the business of {@code review}.
 */
@NullMarked
package org.egcg.reporting.delivery;

import org.jspecify.annotations.NullMarked;
