package org.egcg.reporting.error;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The closed family of everything that this library reports as gone wrong. Each kind names a cause; what a
 * web client is told, and with which HTTP status, is decided outside the library.
 */
public abstract sealed class ReportingException extends RuntimeException {

    private ReportingException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** What was asked cannot be understood: broken syntax, a refused operator, an impossible body. */
    public static final class Malformed extends ReportingException {
        public Malformed(String message) {
            this(message, null);
        }

        public Malformed(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** What was sent exceeds a limit: too many bytes, too many or too deep values, or a part that is too long. */
    public static final class TooLarge extends ReportingException {
        public TooLarge(String message) {
            this(message, null);
        }

        public TooLarge(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** What was asked would cost more than one request may: time of the store, documents, memory. Asking again does not help. */
    public static final class TooCostly extends ReportingException {
        public TooCostly(String message) {
            super(message, null);
        }
    }

    /** What was asked is well formed, and nothing that we do: an unknown kind of action. */
    public static final class Unsupported extends ReportingException {
        public Unsupported(String message) {
            super(message, null);
        }
    }

    /** There is no such resource, document or report. */
    public static final class NotFound extends ReportingException {
        public NotFound(String message) {
            super(message, null);
        }
    }

    /** A document may only be changed by a request that names the version that it is based on. */
    public static final class EtagRequired extends ReportingException {
        public EtagRequired(String message) {
            super(message, null);
        }
    }

    /** The document has changed since it was read. */
    public static final class EtagMismatch extends ReportingException {
        public EtagMismatch(String message) {
            super(message, null);
        }
    }

    /** The write collides with a document that exists. */
    public static final class Conflict extends ReportingException {
        public Conflict(String message) {
            super(message, null);
        }
    }

    /** The caller has sent no credentials, or unknown ones. */
    public static sealed class Unauthenticated extends ReportingException {
        public Unauthenticated(String message) {
            super(message, null);
        }
    }

    /** The password is right, and this account asks for a code besides it. */
    public static final class SecondFactorRequired extends Unauthenticated {
        public SecondFactorRequired(String message) {
            super(message);
        }
    }

    /** The password is right, and was given by an administrator too long ago: an administrator has to give another. */
    public static final class PasswordExpired extends Unauthenticated {
        public PasswordExpired(String message) {
            super(message);
        }
    }

    /** A system that we ask on the user's behalf does not accept the account that he gave for it. */
    public static final class AccountRefused extends ReportingException {
        public AccountRefused(String message) {
            super(message, null);
        }
    }

    /** Too many failed logins; the next attempt is looked at only after a while. */
    public static final class TooManyAttempts extends ReportingException {
        private final Duration wait;

        /** @param wait how long the next attempt has to wait */
        public TooManyAttempts(String message, Duration wait) {
            super(message, null);
            this.wait = wait;
        }

        public Duration retryAfter() {
            return wait;
        }
    }

    /** The user is known and may not do this. */
    public static sealed class Forbidden extends ReportingException {
        public Forbidden(String message) {
            super(message, null);
        }
    }

    /** The credentials hold, and do not do for this: a token for something else, a password to be changed first. */
    public static final class NotEntitled extends Forbidden {
        public NotEntitled(String message) {
            super(message);
        }
    }

    /** A database or server that we depend on does not answer; asking again later may succeed. */
    public static final class Unavailable extends ReportingException {
        private final String dependency;

        /**
         * @param dependency who is away, in one word: {@code store}, {@code lims}, {@code clarity}, {@code users}; several are joined by "and"
         */
        public Unavailable(String dependency, String message, @Nullable Throwable cause) {
            super(message, cause);
            this.dependency = dependency;
        }

        public String dependency() {
            return dependency;
        }
    }

    /** There is too much to do, or no room for more; asking again in a moment may succeed. */
    public static final class Busy extends ReportingException {
        public Busy(String message) {
            super(message, null);
        }
    }

    /** A configuration file is wrong: which file, which key, and why. */
    public static final class Misconfigured extends ReportingException {
        public Misconfigured(String file, String key, String reason) {
            super(file + ": " + key + ": " + reason, null);
        }
    }
}
