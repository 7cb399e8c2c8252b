/**
 * Which pages are about accounts? Login and logout, one's own password, second factor, sessions and API tokens, and the accounts
 * that administrators look after. Start with {@link org.egcg.reporting.web.account.LoginPage}. Users themselves are in
 * core's {@code security}.
 */
package org.egcg.reporting.web.account;
