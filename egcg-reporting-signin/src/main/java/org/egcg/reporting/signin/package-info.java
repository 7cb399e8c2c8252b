/**
 * Whom does the institute vouch for? {@link org.egcg.reporting.signin.OidcProvider} asks an OpenID provider,
 * {@link org.egcg.reporting.signin.LdapDirectory} a directory, and {@link org.egcg.reporting.signin.ProxyHeaders}
 * believes the proxies that it knows. All of them answer with an {@link
 * org.egcg.reporting.security.ExternalUser}; which role that is, and whether he has one, core's {@code security}
 * decides. Start with {@link org.egcg.reporting.signin.Providers}. Nothing here knows a servlet or a page.
 */
@NullMarked
package org.egcg.reporting.signin;

import org.jspecify.annotations.NullMarked;
