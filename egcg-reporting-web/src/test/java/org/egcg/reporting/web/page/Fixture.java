package org.egcg.reporting.web.page;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Documents that the checks of the pages know: a run of two lanes, samples with awkward names, an evil species. */
final class Fixture {

    static final String RUN = "180601_E00306_0101_AHPAGESCXX";
    static final String EVIL = "<img src=x onerror=alert(1)>";
    static final String SCRIPT = "PAGES<script>alert(1)</script>";
    static final String LONG = "PAGES" + "L".repeat(295);

    private Fixture() {}

    /** Posts the documents, unless they are there. */
    static void post(String server, String user, String password) {
        String basic = basic(user, password);
        send(server, basic, "projects", "{\"project_id\": \"PAGES\"}");
        send(server, basic, "species", "{\"name\": \"" + EVIL + "\", \"taxid\": \"1\"}");
        send(server, basic, "samples", samples());
        send(server, basic, "run_elements", elements());
        send(server, basic, "unexpected_barcodes", barcodes());
        send(server, basic, "lanes", "[" + lane(1, 30) + "," + lane(2, 1) + "]");
        send(server, basic, "runs", "{\"run_id\": \"" + RUN + "\", \"run_elements\": " + names(1, 30) + "}");
    }

    private static String samples() {
        List<String> samples = new ArrayList<>();
        for (String name : List.of("PAGES1", "PAGES2", "PAGES3", SCRIPT, LONG)) {
            samples.add("""
                    {"sample_id": "%s", "project_id": "PAGES", "library_id": "L", "user_sample_id": "U",
                     "bam_file_reads": 100, "mapped_reads": 80, "duplicate_reads": %d, "coverage": {"mean": 20.5}}""".formatted(name, name.equals("PAGES1") ? 10 : 60));
        }
        return samples.toString();
    }

    private static String elements() {
        List<String> elements = new ArrayList<>();
        for (int i = 0; i < 31; i++) {
            int lane = i < 30 ? 1 : 2;
            elements.add(
                    """
                    {"run_element_id": "%s", "run_id": "%s", "lane": %d, "barcode": "ACGT%02d", "project_id": "PAGES",
                     "sample_id": "PAGES%d", "library_id": "L", "bases_r1": 10000, "bases_r2": 10000,
                     "q30_bases_r1": 7496, "q30_bases_r2": 7496%s}""".formatted(name(lane, i % 30), RUN, lane, i, 1 + i % 2, i == 5 ? ", \"trim_r1\": 100" : ""));
        }
        return elements.toString();
    }

    private static String barcodes() {
        List<String> barcodes = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            barcodes.add("""
                    {"run_element_id": "%s_u%d", "run_id": "%s", "lane": 1, "barcode": "GG%02d",
                     "passing_filter_reads": %d}""".formatted(RUN, i, RUN, i, i * 10));
        }
        return barcodes.toString();
    }

    private static String lane(int number, int elements) {
        return "{\"lane_id\": \"%s_%d\", \"run_id\": \"%s\", \"lane_number\": %d, \"run_elements\": %s}"
                .formatted(RUN, number, RUN, number, names(number, elements));
    }

    private static String names(int lane, int count) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            names.add('"' + name(lane, i) + '"');
        }
        return names.toString();
    }

    private static String name(int lane, int number) {
        return RUN + "_" + lane + "_" + number;
    }

    /** Posts documents of a resource, unless they are there. */
    static void send(String server, String resource, String body) {
        send(server, basic(Laboratory.USER, Laboratory.PASSWORD), resource, body);
    }

    static String basic(String user, String password) {
        return Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private static void send(String server, String basic, String resource, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server + "/api/0.1/" + resource))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> answer =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 201 && !answer.body().contains("is not unique")) {
                throw new IllegalStateException(resource + ": " + answer.body());
            }
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
