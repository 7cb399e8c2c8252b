package org.egcg.reporting.web.reading;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.egcg.reporting.web.desk.DeskKind;

/** Reads what people have decided of a thing before, and noted on it. */
@ApplicationScoped
public class DeskDecisions {

    /**
     * How it stands with the decision.
     *
     * @param version changes whenever a document that would be decided on does
     * @param earlier what people have decided, the latest first
     */
    public record Standing(String version, List<String> earlier, List<String> notes) {}

    public Standing of(DeskKind kind, String id) {
        return new Standing("", List.of(), List.of());
    }
}
