package org.egcg.reporting.signin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.egcg.reporting.error.ReportingException.Misconfigured;

/** Whose certificates are believed. */
final class Authorities {

    private Authorities() {}

    /**
     * TLS that believes the certificates of a PEM file and those that they have signed, and no others; the JVM's own
     * authorities where no file is named.
     *
     * @param key of the configuration that names the file, for messages
     */
    static SSLContext of(Optional<Path> file, String key) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(file.isPresent() ? read(file.get()) : null);
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException unreadable) {
            throw new Misconfigured(
                    file.map(Path::toString).orElse("configuration"),
                    key,
                    "no certificates: " + unreadable.getMessage());
        }
    }

    private static KeyStore read(Path file) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream in = Files.newInputStream(file)) {
            int number = 0;
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("authority" + number++, certificate);
            }
            if (number == 0) {
                throw new IOException("the file is empty");
            }
        }
        return store;
    }
}
