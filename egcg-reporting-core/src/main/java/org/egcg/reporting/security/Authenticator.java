package org.egcg.reporting.security;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.egcg.reporting.error.ReportingException.NotEntitled;
import org.egcg.reporting.error.ReportingException.PasswordExpired;
import org.egcg.reporting.error.ReportingException.SecondFactorRequired;
import org.egcg.reporting.error.ReportingException.Unauthenticated;

/**
 * Says who sends a request, by its {@code Authorization} header: {@code Basic} with user and password, or
 * {@code Token} with a login token or one that a user made for a program. The scheme may be in any case. Thread-safe.
 */
public final class Authenticator {

    private static final Pattern TWO_WORDS = Pattern.compile("([!-~]+) ([!-~]+)");

    private final Users users;
    private final LoginTokens tokens;
    private final ApiTokens apiTokens;

    public Authenticator(Users users, LoginTokens tokens, ApiTokens apiTokens) {
        this.users = Objects.requireNonNull(users);
        this.tokens = Objects.requireNonNull(tokens);
        this.apiTokens = Objects.requireNonNull(apiTokens);
    }

    /**
     * The user who sends a request.
     *
     * @param authorization the header's value; empty if there is none
     * @param address where the request comes from
     * @throws Unauthenticated if the header is missing, malformed, or does not hold
     * @throws NotEntitled if the password has to be changed first, or does not do alone
     * @throws org.egcg.reporting.error.ReportingException.TooManyAttempts if too many attempts failed just before
     */
    public User authenticate(Optional<String> authorization, String address) {
        return caller(authorization, address).user();
    }

    /** The same, with what the credentials may be used for. */
    public Authenticated caller(Optional<String> authorization, String address) {
        Matcher words = TWO_WORDS.matcher(authorization.orElseThrow(Authenticator::nobody));
        if (!words.matches()) {
            throw nobody();
        }
        return switch (words.group(1).toLowerCase(Locale.ROOT)) {
            case "basic" -> settled(new Authenticated(basic(words.group(2), address), Scopes.ALL));
            case "token" -> settled(token(words.group(2)));
            default -> throw nobody();
        };
    }

    /** A password that an administrator has given opens the pages, where it is changed, and nothing more. */
    private static Authenticated settled(Authenticated caller) {
        if (caller.user().mustChangePassword()) {
            throw new NotEntitled("this password has to be changed first: log in to the pages");
        }
        return caller;
    }

    private User basic(String credentials, String address) {
        String plain = decoded(credentials);
        int colon = plain.indexOf(':');
        if (colon < 0) {
            throw nobody();
        }
        try {
            return users.authenticate(plain.substring(0, colon), plain.substring(colon + 1), address);
        } catch (SecondFactorRequired asked) {
            throw new NotEntitled("this account has a second factor: make a token in the pages, and send that");
        } catch (PasswordExpired over) {
            throw new NotEntitled(over.getMessage());
        }
    }

    private static String decoded(String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (IllegalArgumentException | CharacterCodingException broken) {
            throw nobody();
        }
    }

    private Authenticated token(String token) {
        Optional<Authenticated> caller = token.startsWith(ApiTokens.PREFIX)
                ? apiTokens.find(token).flatMap(kept -> users.named(kept.user())
                        .map(user -> new Authenticated(user, kept.scopes(), kept.name())))
                : tokens.read(token)
                        .flatMap(login -> users.named(login.user(), login.issued()))
                        .map(user -> new Authenticated(user, Scopes.ALL));
        return caller.flatMap(known -> users.confirmed(known.user())
                        .map(user -> new Authenticated(user, known.scopes(), known.token())))
                .orElseThrow(Authenticator::nobody);
    }

    private static Unauthenticated nobody() {
        return new Unauthenticated("no valid credentials");
    }
}
