package org.egcg.reporting.web.reading;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.consistency.Inconsistency;
import org.egcg.reporting.consistency.InconsistencyReport;
import org.egcg.reporting.web.table.Oddness;

/**
 * What does not fit about a run or a sample. A page waits for a moment at most while everything is looked through, and not
 * at all where last time shows that it will not be done in that moment.
 */
@ApplicationScoped
public class Oddities {

    private static final Duration PATIENCE = Duration.ofMillis(600);
    private static final Map<String, String> NAMED_BY =
            Map.of("run_id", "runs", "sample_id", "samples", "lane_id", "lanes", "run_element_id", "run_elements");

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private Reporting reporting;

    private CompletableFuture<InconsistencyReport> looking = CompletableFuture.completedFuture(null);

    /** What concerns the page of a run or a sample, as far as is known by now. */
    public List<Inconsistency> about(String resource, String id) {
        CompletableFuture<InconsistencyReport> report = begun();
        if (takesLong()) {
            return reporting.inconsistencies().lastAbout(resource, id);
        }
        try {
            report.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException notNow) {
            return reporting.inconsistencies().lastAbout(resource, id);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return reporting.inconsistencies().lastAbout(resource, id);
    }

    private boolean takesLong() {
        return reporting
                .inconsistencies()
                .lastTook()
                .filter(took -> took.compareTo(PATIENCE) > 0)
                .isPresent();
    }

    /**
     * What does not fit about the rows of a table, as far as was found. Nothing waits for it: rows that are shown before
     * everything was looked through the first time are not marked.
     *
     * @param field by which the rows are named
     */
    public Oddness ofRows(String field) {
        String resource = NAMED_BY.get(field);
        if (resource == null) {
            return Oddness.NONE;
        }
        begin();
        return key -> reporting.inconsistencies().lastAbout(resource, key).stream()
                .map(Inconsistency::sentence)
                .toList();
    }

    private synchronized CompletableFuture<InconsistencyReport> begun() {
        begin();
        return looking;
    }

    private synchronized void begin() {
        if (looking.isDone()) {
            looking = CompletableFuture.supplyAsync(
                    () -> reporting.inconsistencies().report(), executor);
        }
    }
}
