package org.egcg.reporting.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.egcg.reporting.FirstStart;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.embedded.example.TwoYearsLoading;
import org.egcg.reporting.json.JsonReader;
import org.egcg.reporting.query.ReadRequest;
import org.egcg.reporting.resource.Written;
import org.egcg.reporting.security.Role;

/**
 * What makes a new installation worth looking at: a small facility's documents, which fit the example LIMS, the two years
 * before them, and the user {@code demo}. They are asked for by the environment variable {@code EGCG_DEMO_PASSWORD}, and only
 * an installation with embedded databases and no users gets them.
 */
public final class ExampleFacility implements FirstStart {

    /** Names the password of the user {@code demo}. */
    public static final String PASSWORD = "EGCG_DEMO_PASSWORD";

    /** If it says {@value #AUTUMN}, the two years are left out. */
    public static final String EXTENT = "EGCG_DEMO_DATA";

    /** The documents that fit the example LIMS, and no others. */
    public static final String AUTUMN = "autumn";

    private static final System.Logger LOG = System.getLogger(ExampleFacility.class.getName());
    private static final String USER = "demo";

    /** In this order what a document refers to is there before it. */
    private static final List<String> RESOURCES = List.of(
            "genomes",
            "species",
            "analysis_driver_stages",
            "analysis_driver_procs",
            "run_elements",
            "unexpected_barcodes",
            "runs",
            "lanes",
            "samples",
            "projects");

    /** For {@link java.util.ServiceLoader}. */
    public ExampleFacility() {}

    @Override
    public void begin(Reporting reporting, Map<String, String> environment) {
        TwoYearsLoading.resume(reporting);
        Optional<String> password =
                Optional.ofNullable(environment.get(PASSWORD)).filter(text -> !text.isBlank());
        if (password.isEmpty()
                || !reporting.hasEmbeddedStore()
                || !reporting.users().all().isEmpty()) {
            return;
        }
        if (isEmpty(reporting)) {
            load(reporting);
            if (!AUTUMN.equals(environment.get(EXTENT))) {
                TwoYearsLoading.begin(reporting);
            }
            LOG.log(System.Logger.Level.INFO, "The example facility was loaded");
        }
        reporting.users().add(USER, password.get(), Role.ADMIN);
    }

    private static boolean isEmpty(Reporting reporting) {
        return RESOURCES.stream().allMatch(resource -> reporting
                .reader()
                .list(reporting.schema(resource), ReadRequest.everything())
                .list()
                .isEmpty());
    }

    /** Writes the example facility, with all that is aggregated from it, into an empty store. */
    public static void load(Reporting reporting) {
        for (String resource : RESOURCES) {
            Written written = reporting.writer().insert(reporting.schema(resource), JsonReader.read(example(resource)));
            if (written instanceof Written.InsertRefused refused) {
                throw new IllegalStateException("example " + resource + " are refused: " + refused.issues());
            }
        }
    }

    private static byte[] example(String resource) {
        String name = "example/" + resource + ".json";
        try (InputStream json = ExampleFacility.class.getResourceAsStream(name)) {
            return json.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
