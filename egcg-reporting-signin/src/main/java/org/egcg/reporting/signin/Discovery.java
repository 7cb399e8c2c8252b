package org.egcg.reporting.signin;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.jspecify.annotations.Nullable;

/**
 * What the provider says of itself, read when it is first needed and once an hour; while it is away, what it said last
 * holds. Its keys are read again when a token names one that is not known, yet not more than twice in ten seconds.
 * Thread-safe.
 */
final class Discovery {

    /** A provider's endpoints and keys. */
    record Provider(OIDCProviderMetadata metadata, JWKSource<SecurityContext> keys, Instant read) {}

    private static final String PATH = "/.well-known/openid-configuration";
    private static final Duration FRESH = Duration.ofHours(1);
    private static final long KEYS_FRESH = Duration.ofMinutes(5).toMillis();
    private static final long KEYS_WAIT = Duration.ofSeconds(15).toMillis();
    private static final long KEYS_PAUSE = Duration.ofSeconds(10).toMillis();

    private final URI issuer;
    private final ProviderHttp http;
    private final InstantSource clock;
    private @Nullable Provider known;

    Discovery(URI issuer, ProviderHttp http, InstantSource clock) {
        this.issuer = issuer;
        this.http = http;
        this.clock = clock;
    }

    /** @throws Unavailable if the provider was never reached, or says of itself what cannot be */
    synchronized Provider provider() {
        if (known == null || known.read().plus(FRESH).isBefore(clock.instant())) {
            try {
                known = read();
            } catch (IOException | ParseException | IllegalArgumentException away) {
                if (known == null) {
                    throw new Unavailable("provider", issuer + ": " + away.getMessage(), away);
                }
            }
        }
        return known;
    }

    private Provider read() throws IOException, ParseException {
        URI address = URI.create(issuer.toString().replaceAll("/+$", "") + PATH);
        OIDCProviderMetadata metadata = OIDCProviderMetadata.parse(
                http.retrieveResource(address.toURL()).getContent());
        if (!metadata.getIssuer().getValue().equals(issuer.toString())) {
            throw new ParseException("the provider calls itself " + metadata.getIssuer());
        }
        check(metadata);
        boolean same = known != null && known.metadata().getJWKSetURI().equals(metadata.getJWKSetURI());
        return new Provider(metadata, same ? known.keys() : keys(metadata.getJWKSetURI()), clock.instant());
    }

    /** Endpoints are as safe as the issuer itself. */
    private void check(OIDCProviderMetadata metadata) throws ParseException {
        boolean complete = Stream.of(
                        metadata.getAuthorizationEndpointURI(), metadata.getTokenEndpointURI(), metadata.getJWKSetURI())
                .allMatch(uri -> uri != null && isSafe(uri));
        boolean others = Stream.of(metadata.getUserInfoEndpointURI(), metadata.getEndSessionEndpointURI())
                .allMatch(uri -> uri == null || isSafe(uri));
        if (!complete || !others) {
            throw new ParseException("an endpoint is missing, or not https");
        }
    }

    private boolean isSafe(URI uri) {
        return "https".equals(uri.getScheme()) || issuer.getScheme().equals(uri.getScheme());
    }

    private JWKSource<SecurityContext> keys(URI address) throws MalformedURLException {
        return JWKSourceBuilder.create(address.toURL(), http)
                .cache(KEYS_FRESH, KEYS_WAIT)
                .refreshAheadCache(false)
                .rateLimited(KEYS_PAUSE)
                .outageTolerant(FRESH.toMillis())
                .build();
    }
}
