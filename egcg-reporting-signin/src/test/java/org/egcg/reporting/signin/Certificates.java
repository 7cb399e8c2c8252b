package org.egcg.reporting.signin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** An authority of the institute's own and what it signs, made by the JDK's keytool. */
public final class Certificates {

    static final String PASSWORD = "changeit";

    private final Path directory;

    private Certificates(Path directory) {
        this.directory = directory;
    }

    /** Makes the authority; its files go into the directory. */
    public static Certificates in(Path directory) {
        Certificates made = new Certificates(directory);
        made.keytool("authority.p12", "-genkeypair", "-alias", "ca", "-dname", "CN=Institute CA", "-ext", "bc:c");
        made.keytool("authority.p12", "-exportcert", "-alias", "ca", "-rfc", "-file", made.file("authority.pem"));
        return made;
    }

    /** The authority's certificate. */
    public Path authority() {
        return directory.resolve("authority.pem");
    }

    /** A key store with a key for a host, signed by the authority. */
    public Path of(String host) {
        String store = host + ".p12";
        keytool(store, "-genkeypair", "-alias", "server", "-dname", "CN=" + host);
        keytool(store, "-certreq", "-alias", "server", "-file", file(host + ".csr"));
        keytool(
                "authority.p12",
                "-gencert",
                "-alias",
                "ca",
                "-ext",
                "san=dns:" + host,
                "-infile",
                file(host + ".csr"),
                "-outfile",
                file(host + ".pem"),
                "-rfc");
        keytool(store, "-importcert", "-alias", "ca", "-noprompt", "-file", file("authority.pem"));
        keytool(store, "-importcert", "-alias", "server", "-noprompt", "-file", file(host + ".pem"));
        return directory.resolve(store);
    }

    private String file(String name) {
        return directory.resolve(name).toString();
    }

    private void keytool(String store, String command, String... options) {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), command));
        words.addAll(List.of(options));
        words.addAll(List.of("-keystore", file(store), "-storetype", "PKCS12", "-storepass", PASSWORD));
        if (command.equals("-genkeypair")) {
            words.addAll(List.of("-keyalg", "RSA", "-keysize", "2048", "-validity", "30"));
        }
        try {
            Process process =
                    new ProcessBuilder(words).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
