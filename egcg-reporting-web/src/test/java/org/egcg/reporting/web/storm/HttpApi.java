package org.egcg.reporting.web.storm;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.egcg.reporting.json.JsonReader;
import org.egcg.reporting.json.JsonWriter;
import org.egcg.reporting.testkit.storm.WriteApi;

/** Writes over HTTP, as a pipeline does, but without trying again. */
final class HttpApi implements WriteApi {

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String root;
    private final String authorization;

    /** @param root without a slash at its end */
    HttpApi(String root, String user, String password) {
        this.root = root;
        this.authorization =
                "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Answer insert(String resource, BsonArray documents) {
        return write("POST", "/" + resource, Optional.empty(), Optional.of(documents));
    }

    @Override
    public Answer patch(String resource, Address at, BsonDocument changes) {
        return write("PATCH", "/" + resource + "/" + at.id(), Optional.of(at.etag()), Optional.of(changes));
    }

    @Override
    public Answer replace(String resource, Address at, BsonDocument document) {
        return write("PUT", "/" + resource + "/" + at.id(), Optional.of(at.etag()), Optional.of(document));
    }

    @Override
    public Answer delete(String resource, Address at) {
        return write("DELETE", "/" + resource + "/" + at.id(), Optional.of(at.etag()), Optional.empty());
    }

    private Answer write(String method, String path, Optional<String> etag, Optional<BsonValue> body) {
        try {
            HttpRequest.Builder request = request(path)
                    .method(
                            method,
                            body.map(JsonWriter::text)
                                    .map(HttpRequest.BodyPublishers::ofString)
                                    .orElse(HttpRequest.BodyPublishers.noBody()))
                    .header("Content-Type", "application/json");
            etag.ifPresent(version -> request.header("If-Match", version));
            Answer answer = answer(http.send(request.build(), HttpResponse.BodyHandlers.ofString()));
            if (answer instanceof Answer.Unknown) {
                pause();
            }
            return answer;
        } catch (IOException broken) {
            pause();
            return new Answer.Unknown(broken.toString());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Answer.Unknown("interrupted");
        }
    }

    /** A service that is just being started again needs a moment. */
    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** A server answers 404 in its own words while the application on it is being started. */
    private static Answer answer(HttpResponse<String> response) {
        if (response.statusCode() != 204 && !response.body().startsWith("{")) {
            return new Answer.Unknown(response.statusCode() + " " + response.body());
        }
        if (response.statusCode() == 201 && response.request().method().equals("PUT")) {
            return new Answer.Anew(written(response).get(0));
        }
        return switch (response.statusCode()) {
            case 200, 201 -> new Answer.Done(written(response));
            case 204 -> new Answer.Done(List.of(""));
            case 404, 409, 412, 422, 428 -> new Answer.Refused(response.body());
            default -> new Answer.Unknown(response.statusCode() + " " + response.body());
        };
    }

    private static List<String> written(HttpResponse<String> response) {
        BsonDocument receipt = JsonReader.read(response.body()).asDocument();
        Stream<BsonDocument> receipts = receipt.isArray("data")
                ? receipt.getArray("data").stream().map(BsonValue::asDocument)
                : Stream.of(receipt);
        return receipts.map(one -> one.getString("_etag").getValue()).toList();
    }

    @Override
    public Optional<Address> find(String resource, String name) {
        String where = "{\"" + idField(resource) + "\": \"" + name + "\"}";
        return read("/" + resource + "?where=" + URLEncoder.encode(where, StandardCharsets.UTF_8), resource).stream()
                .findFirst();
    }

    @Override
    public List<Address> all(String resource) {
        return read("/" + resource + "?max_results=100000", resource);
    }

    private List<Address> read(String path, String resource) {
        try {
            HttpResponse<String> response =
                    http.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofString());
            return response.statusCode() == 200
                    ? JsonReader.read(response.body()).asDocument().getArray("data").stream()
                            .map(document -> address(document.asDocument(), resource))
                            .collect(Collectors.toList())
                    : List.of();
        } catch (IOException broken) {
            return List.of();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private static Address address(BsonDocument document, String resource) {
        return new Address(
                document.getString("_id").getValue(),
                document.getString(idField(resource)).getValue(),
                document.getString("_etag").getValue());
    }

    private static String idField(String resource) {
        return WriteApi.idField(resource);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(root + path))
                .timeout(Duration.ofMinutes(1))
                .header("Authorization", authorization);
    }
}
