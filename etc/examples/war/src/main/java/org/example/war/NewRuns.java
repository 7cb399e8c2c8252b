package org.example.war;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.egcg.reporting.resource.DocumentsWritten;

/** Notices what is written: this is where a laboratory would tell its scheduler. */
@ApplicationScoped
public class NewRuns {

    private final List<String> noticed = new CopyOnWriteArrayList<>();

    /** Before the writer has its answer; so this is quick. */
    void written(@Observes DocumentsWritten news) {
        noticed.add("at once: " + news.resource() + " " + news.names() + " " + news.change());
    }

    /** On another thread: this may take its time. */
    void later(@ObservesAsync DocumentsWritten news) {
        noticed.add("later: " + news.resource() + " " + news.names() + " " + news.change());
    }

    String text() {
        return String.join("\n", noticed);
    }
}
