package org.egcg.reporting.ejb;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.resource.DocumentsWritten;
import org.egcg.reporting.review.ReviewPerformed;

/**
 * Tells observers of what has been written and reviewed, by whichever bean. {@code @ObservesAsync} is told on another thread;
 * {@code @Observes} on the writer's, before the client has its answer. What an observer throws is logged and changes
 * nothing: the write has happened.
 */
@Dependent
public class Announcements {

    private static final System.Logger LOG = System.getLogger(Announcements.class.getName());

    @Inject
    private Event<DocumentsWritten> written;

    @Inject
    private Event<ReviewPerformed> performed;

    void of(Reporting reporting) {
        reporting.writer().whenWritten(news -> announce(written, news));
        reporting.actions().whenPerformed(news -> announce(performed, news));
    }

    private static <T> void announce(Event<T> event, T news) {
        event.fireAsync(news).exceptionally(failure -> {
            LOG.log(System.Logger.Level.ERROR, "an observer of " + news + " failed", failure);
            return news;
        });
        event.fire(news);
    }
}
