package org.egcg.reporting.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.egcg.reporting.ejb.SourceStates;

/** Below each page: whether the document store and the LIMS answer. */
@Named("sources")
@RequestScoped
public class SourcesShown {

    @Inject
    private SourceStates states;

    /**
     * @param style of a verdict
     * @param words what it says
     */
    public record State(String style, String words) {}

    /** Those of which something is known. */
    public List<State> states() {
        return Stream.of(state("Document store", states.store()), state("LIMS", states.lims()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<State> state(String name, Optional<Boolean> answers) {
        return answers.map(
                good -> good ? new State("pass bare", name + " answers") : new State("fail", name + " away"));
    }
}
