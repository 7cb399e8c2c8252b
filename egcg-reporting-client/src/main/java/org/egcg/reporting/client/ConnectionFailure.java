package org.egcg.reporting.client;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Why no answer came. The JDK's client leaves most of its exceptions without a message. */
final class ConnectionFailure {
    private ConnectionFailure() {}

    /** The failure in words, with the host that was asked. */
    static String text(URI uri, Throwable failure) {
        if (is(failure, UnknownHostException.class, UnresolvedAddressException.class)) {
            return "unknown host " + uri.getHost();
        }
        if (is(failure, HttpConnectTimeoutException.class)) {
            return "no connection to %s in time".formatted(host(uri));
        }
        if (is(failure, ConnectException.class)
                && message(failure).map(ConnectionFailure::refused).orElse(true)) {
            return "connection refused by " + host(uri);
        }
        if (is(failure, EOFException.class) && !is(failure, SSLException.class)) {
            return "connection closed before an answer came";
        }
        return isCertificate(failure) || is(failure, SSLException.class)
                ? tls(uri, failure)
                : message(failure).orElseGet(failure.getClass()::getName);
    }

    private static String tls(URI uri, Throwable failure) {
        String problem = isCertificate(failure) ? "certificate problem with" : "no TLS connection to";
        return "%s %s: %s".formatted(problem, host(uri), deepest(failure));
    }

    private static boolean refused(String message) {
        return message.toLowerCase(Locale.ROOT).contains("refused");
    }

    private static String host(URI uri) {
        boolean tls = "https".equalsIgnoreCase(uri.getScheme());
        return uri.getHost() + ":" + (uri.getPort() >= 0 ? uri.getPort() : tls ? 443 : 80);
    }

    private static Optional<String> message(Throwable failure) {
        return causes(failure)
                .map(Throwable::getMessage)
                .filter(text -> text != null && !text.isBlank())
                .findFirst();
    }

    private static String deepest(Throwable failure) {
        return causes(failure)
                .map(Throwable::getMessage)
                .filter(text -> text != null && !text.isBlank())
                .reduce((outer, inner) -> inner)
                .orElseGet(failure.getClass()::getName);
    }

    /** Whether asking again cannot help: one side does not accept the other's certificate, or a file is not there. */
    static boolean lasts(Throwable failure) {
        return isCertificate(failure) || is(failure, FileNotFoundException.class);
    }

    private static boolean isCertificate(Throwable failure) {
        return is(failure, CertificateException.class, SSLPeerUnverifiedException.class)
                || causes(failure)
                        .filter(SSLException.class::isInstance)
                        .anyMatch(cause -> String.valueOf(cause.getMessage()).contains("certificate"));
    }

    /** Whether the failure came before a byte of the request could reach the server. */
    static boolean neverArrived(Throwable failure) {
        return is(
                failure,
                ConnectException.class,
                HttpConnectTimeoutException.class,
                NoRouteToHostException.class,
                UnknownHostException.class,
                UnresolvedAddressException.class,
                SSLHandshakeException.class);
    }

    private static boolean is(Throwable failure, Class<?>... types) {
        return causes(failure).anyMatch(cause -> Stream.of(types).anyMatch(type -> type.isInstance(cause)));
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }
}
