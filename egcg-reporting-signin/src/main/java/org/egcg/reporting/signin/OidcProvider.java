package org.egcg.reporting.signin;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.openid.connect.sdk.AuthenticationErrorResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.egcg.reporting.config.SignInSettings;
import org.egcg.reporting.error.ReportingException.Unauthenticated;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.security.ExternalUser;
import org.egcg.reporting.security.Source;

/**
 * Logins at an OpenID provider, by authorization code with PKCE. All methods that ask it throw {@link Unavailable} while
 * it is away; nothing has to be started again when it is back. Thread-safe.
 */
public final class OidcProvider {

    private final SignInSettings.Oidc settings;
    private final Discovery discovery;
    private final IdTokens idTokens;
    private final TokenEndpoint tokenEndpoint;

    public OidcProvider(SignInSettings.Oidc settings) {
        ProviderHttp http = new ProviderHttp(Authorities.of(settings.caFile(), "sign_in.oidc.ca_file"));
        this.settings = settings;
        this.discovery = new Discovery(settings.issuer(), http, InstantSource.system());
        this.idTokens = new IdTokens(client());
        this.tokenEndpoint = new TokenEndpoint(settings, http);
    }

    private ClientID client() {
        return new ClientID(settings.clientId());
    }

    /** What people call it. */
    public String label() {
        return settings.label();
    }

    /** @param redirect where the provider sends the browser back to */
    public Begun begin(URI redirect) {
        State state = new State();
        Nonce nonce = new Nonce();
        CodeVerifier verifier = new CodeVerifier();
        AuthenticationRequest request = new AuthenticationRequest.Builder(
                        ResponseType.CODE, Scope.parse(settings.scopes()), client(), redirect)
                .endpointURI(discovery.provider().metadata().getAuthorizationEndpointURI())
                .state(state)
                .nonce(nonce)
                .codeChallenge(verifier, CodeChallengeMethod.S256)
                .build();
        return new Begun(
                request.toURI(), new Begun.Remembered(state.getValue(), nonce.getValue(), verifier.getValue()));
    }

    /**
     * Who has logged in.
     *
     * @param parameters of the address that the provider has sent the browser to
     * @throws Unauthenticated if that is no answer to what was begun, or the provider has let no user in
     */
    public Vouched finish(Map<String, List<String>> parameters, Begun.Remembered remembered, URI redirect) {
        Discovery.Provider provider = discovery.provider();
        AuthorizationCode code = code(provider, parameters, remembered, redirect);
        OIDCTokens tokens = tokenEndpoint
                .tokens(provider, new AuthorizationCodeGrant(code, redirect, new CodeVerifier(remembered.verifier())))
                .orElseThrow(() -> new Unauthenticated("the provider does not take the code"));
        if (tokens.getIDToken() == null) {
            throw new Unauthenticated("the provider gives no ID token; sign_in.oidc.scopes needs openid");
        }
        IDTokenClaimsSet idToken = idTokens.validated(provider, tokens, Optional.of(new Nonce(remembered.nonce())));
        RefreshToken refresh = tokens.getRefreshToken();
        if (refresh == null) {
            throw new Unauthenticated(
                    "the provider gives no refresh token; sign_in.oidc.scopes may need offline_access");
        }
        return new Vouched(person(provider, tokens, IdTokens.claims(idToken)), refresh.getValue());
    }

    private static AuthorizationCode code(
            Discovery.Provider provider,
            Map<String, List<String>> parameters,
            Begun.Remembered remembered,
            URI redirect) {
        AuthenticationResponse response = response(parameters, redirect);
        checkState(response.getState(), remembered.state());
        checkIssuer(provider, response.getIssuer());
        if (response instanceof AuthenticationErrorResponse refused) {
            throw new Unauthenticated(
                    "the provider answers " + refused.getErrorObject().getCode());
        }
        return Optional.ofNullable(response.toSuccessResponse().getAuthorizationCode())
                .orElseThrow(() -> new Unauthenticated("the provider gives no code"));
    }

    private static AuthenticationResponse response(Map<String, List<String>> parameters, URI redirect) {
        try {
            return AuthenticationResponseParser.parse(redirect, parameters);
        } catch (ParseException | IllegalArgumentException broken) {
            throw new Unauthenticated("no answer of a provider: " + broken.getMessage());
        }
    }

    private static void checkState(State state, String expected) {
        byte[] sent = (state == null ? "" : state.getValue()).getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(sent, expected.getBytes(StandardCharsets.UTF_8))) {
            throw new Unauthenticated("no answer to what this browser has begun");
        }
    }

    private static void checkIssuer(Discovery.Provider provider, Issuer issuer) {
        boolean missing = issuer == null && provider.metadata().supportsAuthorizationResponseIssuerParam();
        boolean other = issuer != null && !issuer.equals(provider.metadata().getIssuer());
        if (missing || other) {
            throw new Unauthenticated("the answer of another provider");
        }
    }

    /**
     * Asks the provider whether it still vouches for a user.
     *
     * @return empty if it does not
     */
    public Optional<Vouched> refresh(String refreshToken) {
        Discovery.Provider provider = discovery.provider();
        RefreshToken old = new RefreshToken(refreshToken);
        return tokenEndpoint.tokens(provider, new RefreshTokenGrant(old)).map(tokens -> {
            Claims claims = tokens.getIDToken() == null
                    ? tokenEndpoint.userInfo(provider, tokens)
                    : IdTokens.claims(idTokens.validated(provider, tokens, Optional.empty()));
            RefreshToken next = tokens.getRefreshToken() == null ? old : tokens.getRefreshToken();
            return new Vouched(person(provider, tokens, claims), next.getValue());
        });
    }

    /** Providers that keep the groups out of the ID token tell them when they are asked. */
    private ExternalUser person(Discovery.Provider provider, OIDCTokens tokens, Claims idToken) {
        String subject = idToken.text("sub").orElseThrow(() -> new Unauthenticated("the provider names no subject"));
        boolean complete = idToken.at(settings.nameClaim()).isPresent()
                && idToken.at(settings.groupsClaim()).isPresent();
        boolean more = !complete && provider.metadata().getUserInfoEndpointURI() != null;
        Claims info = more ? tokenEndpoint.userInfo(provider, tokens) : idToken;
        if (!info.text("sub").equals(Optional.of(subject))) {
            throw new Unauthenticated("the provider speaks of somebody else");
        }
        String name = idToken.text(settings.nameClaim())
                .or(() -> info.text(settings.nameClaim()))
                .flatMap(ExternalNames::acceptable)
                .orElseThrow(() ->
                        new Unauthenticated("the provider gives no usable name in the claim " + settings.nameClaim()));
        List<String> groups =
                (idToken.at(settings.groupsClaim()).isPresent() ? idToken : info).texts(settings.groupsClaim());
        return new ExternalUser(Source.OIDC, settings.issuer() + " " + subject, name, Groups.normal(groups));
    }

    /**
     * Where one logs out at the provider as well; empty if it has no such place.
     *
     * @param back where it sends the browser afterwards
     */
    public Optional<URI> logout(URI back) {
        return Optional.ofNullable(discovery.provider().metadata().getEndSessionEndpointURI())
                .map(place -> new LogoutRequest(place, null, null, client(), back, new State(), null).toURI());
    }
}
