/**
 * What do pipelines see? The JSON API. A request comes in through {@link org.egcg.reporting.web.rest.ApiFilter}, which
 * knows the configured prefix, passes {@link org.egcg.reporting.web.rest.AuthenticationFilter} (is there such a path, is the
 * method allowed, who asks), and reaches an endpoint, one class per family of URLs. Answers are spelt by
 * {@link org.egcg.reporting.web.rest.EveJson}, refusals by {@link org.egcg.reporting.web.rest.ErrorMapper}; nothing
 * else is decided here.
 */
package org.egcg.reporting.web.rest;
