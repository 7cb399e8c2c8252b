/**
 * What do pipelines see? The JSON API: requests are parsed and answers written here, and nothing else is decided here.
 */
package org.egcg.reporting.web.rest;
