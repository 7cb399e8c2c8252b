package org.egcg.reporting.clarity;

import java.net.http.HttpClient;

/**
 * Clarity, as seen by this service. Safe for threads: nothing of one session reaches another, neither account nor
 * data.
 */
public final class ClarityClient {

    private final ClaritySettings settings;
    private final HttpClient http;

    public ClarityClient(ClaritySettings settings) {
        this.settings = settings;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.connect())
                .build();
    }

    /** What a user does, under his own account. */
    public ClaritySession session(Account account) {
        return new ClaritySession(settings, new Calls(http, settings, account));
    }

    /** What the service asks for itself, under the configured account. */
    public ClaritySession service() {
        return session(settings.service());
    }

    /** The page of Clarity's user interface on which a step is worked on. */
    public String workDetails(Step step) {
        return settings.root() + "clarity/work-details/"
                + step.id().substring(step.id().indexOf('-') + 1);
    }
}
