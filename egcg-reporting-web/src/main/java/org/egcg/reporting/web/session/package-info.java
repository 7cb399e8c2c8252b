/**
 * By what does a browser's next request show who has logged in? By a cookie of our own,
 * {@link org.egcg.reporting.web.session.LoginCookie}, whose secret the core's sessions know; the server's own sessions
 * are not used. Who may log in, and what he sees then, other rooms say.
 */
package org.egcg.reporting.web.session;
