package org.egcg.reporting.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A {@code multipart/form-data} body: plain fields as text, files streamed from the disk. */
final class Multipart {
    private final Map<String, JsonNode> fields;
    private final Map<String, FilePart> files;
    private final String boundary = UUID.randomUUID().toString();

    Multipart(Map<String, JsonNode> fields, Map<String, FilePart> files) {
        this.fields = fields;
        this.files = files;
        files.values().forEach(Multipart::open);
    }

    String type() {
        return "multipart/form-data; boundary=" + boundary;
    }

    BodyPublisher body() {
        List<BodyPublisher> parts = new ArrayList<>();
        fields.forEach((name, value) -> {
            if (!value.isNull()) {
                parts.add(text(head(name, "", "") + FormText.plain(value) + "\r\n"));
            }
        });
        files.forEach((name, file) -> addFile(parts, name, file));
        parts.add(text("--" + boundary + "--\r\n"));
        return BodyPublishers.concat(parts.toArray(BodyPublisher[]::new));
    }

    private void addFile(List<BodyPublisher> parts, String name, FilePart file) {
        String type = file.contentType()
                .map(guess -> "Content-Type: " + guess + "\r\n")
                .orElse("");
        parts.add(text(head(name, "; filename=\"%s\"".formatted(quoted(file.fileName())), type)));
        parts.add(open(file));
        parts.add(text("\r\n"));
    }

    private static BodyPublisher open(FilePart file) {
        try {
            if (Files.isDirectory(file.path())) {
                throw new FileNotFoundException(file.path() + " is a directory");
            }
            return BodyPublishers.ofFile(file.path());
        } catch (FileNotFoundException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String head(String name, String fileName, String type) {
        return "--%s\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n%s\r\n"
                .formatted(boundary, quoted(name), fileName, type);
    }

    private static String quoted(String text) {
        return text.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static BodyPublisher text(String text) {
        return BodyPublishers.ofString(text);
    }
}
