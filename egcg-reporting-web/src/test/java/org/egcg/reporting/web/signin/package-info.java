/**
 * Logins of those whom the institute vouches for, on the running service: with a small provider and directory in each
 * build, and with Keycloak when it is asked for.
 */
package org.egcg.reporting.web.signin;
