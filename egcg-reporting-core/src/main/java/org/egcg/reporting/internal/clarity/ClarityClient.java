package org.egcg.reporting.internal.clarity;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.function.Supplier;
import org.egcg.reporting.clarity.ClarityAccount;
import org.egcg.reporting.error.ReportingException.Unavailable;

/**
 * Clarity, as seen by this service. Safe for threads: nothing of one session reaches another, neither account nor
 * data.
 */
public final class ClarityClient {

    private static final Duration CONNECT = Duration.ofSeconds(5);

    private static final ClarityClient UNCONFIGURED = new ClarityClient(
            () -> {
                throw new Unavailable("clarity", "No LIMS is configured: clarity.baseuri is missing", null);
            },
            CONNECT);

    private final Supplier<ClaritySettings> settings;
    private final HttpClient http;

    private ClarityClient(Supplier<ClaritySettings> settings, Duration connect) {
        this.settings = settings;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connect)
                .build();
    }

    public ClarityClient(ClaritySettings settings) {
        this(() -> settings, settings.connect());
    }

    /** One that learns with each question where Clarity is: it may start only when it is needed. */
    public ClarityClient(Supplier<ClaritySettings> settings) {
        this(settings, CONNECT);
    }

    /** Stands for a LIMS that is not configured: whatever it is asked is {@link Unavailable}. */
    public static ClarityClient unconfigured() {
        return UNCONFIGURED;
    }

    /** What a user does, under his own account. */
    public ClaritySession session(ClarityAccount account) {
        ClaritySettings now = settings.get();
        return new ClaritySession(now, new Calls(http, now, account));
    }

    /** What the service asks for itself, under the configured account. */
    public ClaritySession service() {
        return session(settings.get().service());
    }

    /** The page of Clarity's user interface on which a step is worked on. */
    public String workDetails(ClarityStep step) {
        return settings.get().root() + "clarity/work-details/"
                + step.id().substring(step.id().indexOf('-') + 1);
    }
}
