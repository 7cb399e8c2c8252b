package org.egcg.reporting.clarity;

import java.net.http.HttpClient;
import java.util.Optional;
import org.egcg.reporting.ReportingException.Unavailable;

/**
 * Clarity, as seen by this service. Safe for threads: nothing of one session reaches another, neither account nor
 * data.
 */
public final class ClarityClient {

    private static final ClarityClient UNCONFIGURED = new ClarityClient();

    private final Optional<ClaritySettings> settings;
    private final HttpClient http;

    private ClarityClient() {
        this.settings = Optional.empty();
        this.http = HttpClient.newHttpClient();
    }

    public ClarityClient(ClaritySettings settings) {
        this.settings = Optional.of(settings);
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.connect())
                .build();
    }

    /** Stands for a LIMS that is not configured: whatever it is asked is {@link Unavailable}. */
    public static ClarityClient unconfigured() {
        return UNCONFIGURED;
    }

    /** What a user does, under his own account. */
    public ClaritySession session(Account account) {
        return new ClaritySession(settings(), new Calls(http, settings(), account));
    }

    private ClaritySettings settings() {
        return settings.orElseThrow(
                () -> new Unavailable("clarity", "No LIMS is configured: clarity.baseuri is missing", null));
    }

    /** What the service asks for itself, under the configured account. */
    public ClaritySession service() {
        return session(settings().service());
    }

    /** The page of Clarity's user interface on which a step is worked on. */
    public String workDetails(Step step) {
        return settings().root() + "clarity/work-details/"
                + step.id().substring(step.id().indexOf('-') + 1);
    }
}
