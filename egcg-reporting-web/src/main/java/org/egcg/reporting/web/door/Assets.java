package org.egcg.reporting.web.door;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The files below {@code /assets/}: those that the application was packaged with, and no other name. */
@ApplicationScoped
class Assets {

    static final String DIRECTORY = "/assets/";

    private static final String ICON = DIRECTORY + "icon.svg";

    /** @param tag tells whether a browser has the file as it is */
    record Asset(String path, String type, String tag) {}

    @Inject
    private ServletContext application;

    private final Map<String, Asset> byPath = new HashMap<>();

    @PostConstruct
    void find() {
        findBelow(DIRECTORY);
        Optional.ofNullable(byPath.get(ICON)).ifPresent(icon -> byPath.put("/favicon.ico", icon));
    }

    private void findBelow(String directory) {
        for (String path :
                Optional.ofNullable(application.getResourcePaths(directory)).orElse(Set.of())) {
            if (path.endsWith("/")) {
                findBelow(path);
            } else {
                byPath.put(path, new Asset(path, application.getMimeType(path), tag(path)));
            }
        }
    }

    private String tag(String path) {
        try (InputStream file = application.getResourceAsStream(path)) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(file.readAllBytes());
            return '"' + HexFormat.of().formatHex(digest, 0, 16) + '"';
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    Optional<Asset> named(String path) {
        return Optional.ofNullable(byPath.get(path));
    }
}
