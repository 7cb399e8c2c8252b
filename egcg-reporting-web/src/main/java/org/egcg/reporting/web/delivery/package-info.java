/**
 * What does the report of a delivery say? Start with {@link org.egcg.reporting.web.delivery.DeliveryReport}: it is made of a
 * delivery alone, signed or not, so that the same delivery always gives the same report; pages show it, and
 * {@link org.egcg.reporting.web.delivery.DeliveryPdf} writes it to paper. Nothing here reads a database.
 */
package org.egcg.reporting.web.delivery;
