/**
 * How is the API described to programs? {@link org.egcg.reporting.openapi.OpenApi} writes an OpenAPI 3.1 document from
 * the schemas, so that it cannot say anything else than what is checked. Serving it is the web module's business.
 */
package org.egcg.reporting.openapi;
