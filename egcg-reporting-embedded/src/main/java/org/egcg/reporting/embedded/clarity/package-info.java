/**
 * What stands in for Clarity when there is none? {@link org.egcg.reporting.embedded.clarity.FakeClarity} answers
 * the part of Clarity's REST API that reviews use: for tests, with a control interface to set the scene and to read what
 * happened, and for trying out, closed to all but the service and those it gives a link. It keeps everything in
 * memory and is no LIMS.
 */
package org.egcg.reporting.embedded.clarity;
