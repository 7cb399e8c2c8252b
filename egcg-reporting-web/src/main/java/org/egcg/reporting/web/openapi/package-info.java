/**
 * How is the API described to programs? {@link org.egcg.reporting.web.openapi.OpenApi} makes an OpenAPI 3.1 document of
 * {@code openapi.yaml}, which says what requests there are, and of the schemas, so that documents are described as they
 * are checked.
 */
package org.egcg.reporting.web.openapi;
