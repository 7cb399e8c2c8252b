/**
 * What needs attention now? Start with {@link org.egcg.reporting.web.home.Overview}: it is made of one
 * {@link org.egcg.reporting.web.home.FacilitySnapshot} of store and LIMS and holds all that the main page says. Each question has a
 * class of its own: {@code Pipelines}, {@code Decisions} and {@code LabQueues}. Nothing here reads a database; the page
 * does, with a number of questions that does not grow with the data.
 */
package org.egcg.reporting.web.home;
