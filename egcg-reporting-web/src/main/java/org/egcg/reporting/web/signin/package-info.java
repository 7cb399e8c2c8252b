/**
 * How do people come in for whom the institute vouches? {@link org.egcg.reporting.web.signin.OidcServlet} leads to
 * the OpenID provider and back, {@link org.egcg.reporting.web.signin.Confirmation} says at each request whether a
 * session still holds, and {@link org.egcg.reporting.web.signin.SignIn} tells the login page what there is. What a
 * provider is asked, and what is believed, is the question of the module of the same name.
 */
package org.egcg.reporting.web.signin;
