package org.egcg.reporting.signin;

import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.UserInfo;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.egcg.reporting.config.SignInSettings;
import org.egcg.reporting.error.ReportingException.Unavailable;

/** Where the provider gives tokens for a code or an older token, and what it tells of a user for a token. */
final class TokenEndpoint {

    private final SignInSettings.Oidc settings;
    private final ProviderHttp http;

    TokenEndpoint(SignInSettings.Oidc settings, ProviderHttp http) {
        this.settings = settings;
        this.http = http;
    }

    /** Empty if the provider does not take the code or token; whatever else goes wrong is its own or our fault. */
    Optional<OIDCTokens> tokens(Discovery.Provider provider, AuthorizationGrant grant) {
        try {
            HTTPResponse answer = request(provider, grant).toHTTPRequest().send(http);
            if (answer.getStatusCode() >= HTTPResponse.SC_SERVER_ERROR) {
                throw new Unavailable("provider", "the provider answers " + answer.getStatusCode(), null);
            }
            TokenResponse response = OIDCTokenResponseParser.parse(answer);
            if (response instanceof OIDCTokenResponse success) {
                return Optional.of(success.getOIDCTokens());
            }
            ErrorObject error = response.toErrorResponse().getErrorObject();
            if (OAuth2Error.INVALID_GRANT.equals(error)) {
                return Optional.empty();
            }
            throw new Unavailable("provider", "the provider refuses this client: " + error.getCode(), null);
        } catch (IOException | ParseException away) {
            throw new Unavailable("provider", "the provider: " + away.getMessage(), away);
        }
    }

    private TokenRequest request(Discovery.Provider provider, AuthorizationGrant grant) {
        URI address = provider.metadata().getTokenEndpointURI();
        ClientID client = new ClientID(settings.clientId());
        if (settings.clientSecret().isEmpty()) {
            return new TokenRequest.Builder(address, client, grant).build();
        }
        Secret secret = new Secret(settings.clientSecret().get().value());
        List<ClientAuthenticationMethod> methods = provider.metadata().getTokenEndpointAuthMethods();
        boolean basic = methods == null || methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
        ClientAuthentication shown =
                basic ? new ClientSecretBasic(client, secret) : new ClientSecretPost(client, secret);
        return new TokenRequest.Builder(address, shown, grant).build();
    }

    /** What the provider tells of the owner of an access token. */
    Claims userInfo(Discovery.Provider provider, OIDCTokens tokens) {
        URI address = provider.metadata().getUserInfoEndpointURI();
        if (address == null) {
            throw new Unavailable("provider", "the provider tells nothing of its users", null);
        }
        try {
            HTTPResponse answer = new UserInfoRequest(address, tokens.getBearerAccessToken())
                    .toHTTPRequest()
                    .send(http);
            UserInfo info = UserInfoResponse.parse(answer).indicatesSuccess()
                    ? UserInfoResponse.parse(answer).toSuccessResponse().getUserInfo()
                    : null;
            if (info == null) {
                throw new Unavailable("provider", "the provider tells nothing readable of its user", null);
            }
            return new Claims(info.toJSONObject());
        } catch (IOException | ParseException away) {
            throw new Unavailable("provider", "the provider: " + away.getMessage(), away);
        }
    }
}
