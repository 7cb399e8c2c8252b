/**
 * Who is asking? {@link org.egcg.reporting.security.Authenticator} answers it for an API request,
 * {@link org.egcg.reporting.security.Users} for a login form and for those who administer users, and
 * {@link org.egcg.reporting.security.Sessions} for a browser that has logged in. An account is known by its id, never by
 * its name alone. Passwords are kept as salted slow hashes, tokens and sessions as digests, second factors encrypted, and
 * none of them is ever logged. Start with {@code LoginAttempts} for what happens to a password that was sent. Who else
 * vouches for people is behind {@link org.egcg.reporting.security.Directory} and
 * {@link org.egcg.reporting.security.ExternalUser}; how one talks to them is asked elsewhere. What a role may do is asked
 * of {@link org.egcg.reporting.security.Role}, what a token may of {@link org.egcg.reporting.security.Scopes}; where
 * those questions are put, the rooms and modules around decide.
 */
@NullMarked
package org.egcg.reporting.security;

import org.jspecify.annotations.NullMarked;
