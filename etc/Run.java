import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

/** What run.sh does after building: starts the server, says when it is ready, and stops it when asked to. */
final class Run {
    private static final String DEMO = "EGCG_DEMO_PASSWORD";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Path data = Path.of(environment("EGCG_DATA_DIR", "data")).toAbsolutePath();
    private final String port = environment("HTTP_PORT", "8080");
    private final String host = environment("HTTP_ADDRESS", "0.0.0.0").replace("0.0.0.0", "localhost");
    private final boolean isNew = !Files.exists(data.resolve("store"));
    private final boolean isChosen = !environment(DEMO, "").isEmpty();
    private final String password = environment(DEMO, isNew ? random() : "");

    public static void main(String[] arguments) throws IOException, InterruptedException {
        System.exit(new Run().serve());
    }

    private int serve() throws IOException, InterruptedException {
        Process server = command().start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
        while (server.isAlive() && status("login", "") / 100 > 3) {
            Thread.sleep(200);
        }
        if (server.isAlive()) {
            announce();
        }
        return server.waitFor();
    }

    private ProcessBuilder command() {
        ProcessBuilder command = new ProcessBuilder("etc/payara/start").inheritIO();
        Map<String, String> variables = command.environment();
        variables.put("EGCG_DATA_DIR", data.toString());
        variables.put("HTTP_PORT", port);
        variables.put("PAYARA_MICRO", "egcg-reporting-web/target/servers/payara-micro.jar");
        variables.put("WAR", "egcg-reporting-web/target/egcg-reporting.war");
        variables.remove(DEMO);
        if (isNew) {
            variables.put(DEMO, password);
        }
        return command;
    }

    /**
     * The credentials are shown only if they are good: a configured user database has users of its own; and a password
     * only if it was made up here: who chose one knows it, and does not want it in a log.
     */
    private void announce() throws InterruptedException {
        String credentials = Base64.getEncoder().encodeToString(("demo:" + password).getBytes(StandardCharsets.UTF_8));
        if (isNew && status("api/0.1/runs", "Basic " + credentials) == 200) {
            System.out.println("Demo user: demo, password: " + (isChosen ? "as chosen in " + DEMO : password));
        }
        System.out.println("Ready: http://" + host + ":" + port + "/");
    }

    /** What the server answers; 503 if nothing. */
    private int status(String path, String authorization) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + host + ":" + port + "/" + path))
                .header("Authorization", authorization)
                .timeout(Duration.ofMinutes(2))
                .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 503;
        }
    }

    private static void stop(Process server) {
        server.destroy();
        try {
            server.waitFor();
        } catch (InterruptedException e) {
            server.destroyForcibly();
        }
    }

    private static String random() {
        byte[] bytes = new byte[12];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String environment(String name, String otherwise) {
        String value = System.getenv(name);
        return value == null || value.isBlank() ? otherwise : value;
    }
}
