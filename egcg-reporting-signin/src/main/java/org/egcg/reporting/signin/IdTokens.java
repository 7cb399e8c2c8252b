package org.egcg.reporting.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.claims.AuthorizedParty;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import com.nimbusds.openid.connect.sdk.validators.AccessTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.InvalidHashException;
import java.util.Optional;
import java.util.Set;
import org.egcg.reporting.error.ReportingException.Unauthenticated;
import org.egcg.reporting.error.ReportingException.Unavailable;

/**
 * Believes an ID token that the provider has signed with a key of its own for this client, whose time has not passed,
 * and which answers the question that was put. Shared secrets and unsigned tokens are no signatures.
 */
final class IdTokens {

    private static final Set<JWSAlgorithm> SIGNATURES = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private final ClientID client;

    IdTokens(ClientID client) {
        this.client = client;
    }

    /**
     * @param nonce of the question; empty for a token that was refreshed
     * @throws Unauthenticated if the token is not to be believed
     */
    IDTokenClaimsSet validated(Discovery.Provider provider, OIDCTokens tokens, Optional<Nonce> nonce) {
        try {
            JWT token = tokens.getIDToken();
            IDTokenValidator validator = new IDTokenValidator(
                    provider.metadata().getIssuer(),
                    client,
                    new JWSVerificationKeySelector<SecurityContext>(SIGNATURES, provider.keys()),
                    null);
            IDTokenClaimsSet claims = validator.validate(token, nonce.orElse(null));
            checkParty(claims);
            checkHash(claims, token, tokens.getAccessToken());
            return claims;
        } catch (KeySourceException away) {
            throw new Unavailable("provider", "the provider's keys: " + away.getMessage(), away);
        } catch (BadJOSEException | JOSEException | InvalidHashException refused) {
            throw new Unauthenticated("the ID token is not to be believed: " + refused.getMessage());
        }
    }

    /** A token for several may be one that was given to another of them. */
    private void checkParty(IDTokenClaimsSet claims) {
        AuthorizedParty party = claims.getAuthorizedParty();
        boolean alone = party == null && claims.getAudience().size() == 1;
        if (!alone && (party == null || !party.getValue().equals(client.getValue()))) {
            throw new Unauthenticated("the ID token was given to another client");
        }
    }

    private static void checkHash(IDTokenClaimsSet claims, JWT token, AccessToken access) throws InvalidHashException {
        if (claims.getAccessTokenHash() != null) {
            AccessTokenValidator.validate(
                    access, (JWSAlgorithm) token.getHeader().getAlgorithm(), claims.getAccessTokenHash());
        }
    }

    static Claims claims(IDTokenClaimsSet set) {
        try {
            return new Claims(set.toJWTClaimsSet().toJSONObject());
        } catch (ParseException broken) {
            throw new Unauthenticated("the ID token cannot be read: " + broken.getMessage());
        }
    }
}
