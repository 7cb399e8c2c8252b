/**
 * Who is asking? {@link org.egcg.reporting.security.Authenticator} answers it for an API request,
 * {@link org.egcg.reporting.security.Users} for a login form and for those who administer users. Passwords are kept
 * as salted slow hashes, tokens as digests, and neither is ever logged. What a role may do is asked of
 * {@link org.egcg.reporting.security.Role}; where that question is put, the rooms and modules around decide.
 */
package org.egcg.reporting.security;
