package org.egcg.reporting.web.account;

import org.egcg.reporting.security.ApiToken;
import org.egcg.reporting.web.reading.Moments;

/** A token in a list. */
public record TokenRow(String id, String name, String scopes, String created, String lastUsed, String expires) {

    static TokenRow of(ApiToken token, Moments moments) {
        return new TokenRow(
                token.id(),
                token.name(),
                TokenScopes.inWords(token.scopes()),
                moments.minute(token.created()),
                moments.minute(token.lastUsed(), "never"),
                moments.minute(token.expires(), "never"));
    }
}
