package org.egcg.reporting.client.folder.internal;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code RunParameters.xml} or {@code runParameters.xml} of all generations, as far as documents need it.
 *
 * @param runId the run's id, where the file says it
 * @param experiment what the run was called when it was set up, where the file says it
 */
public record RunParametersFile(Optional<String> runId, Optional<String> experiment) {

    /** What the file says. */
    public static RunParametersFile read(Path file) {
        Elements elements = new Elements();
        XmlFile.read(file, elements);
        return new RunParametersFile(Optional.ofNullable(elements.runId), Optional.ofNullable(elements.experiment));
    }

    /** The elements wherever the generation has them: at the top, or in {@code Setup}. */
    private static final class Elements implements XmlFile.Visitor {
        private @Nullable String runId;
        private @Nullable String experiment;

        @Override
        public void begin(String path, Map<String, String> attributes) {
            if (!path.startsWith("/RunParameters")) {
                throw new IllegalArgumentException("is no RunParameters.xml");
            }
        }

        @Override
        public void end(String path, String text) {
            if (text.isEmpty()) {
                return;
            }
            switch (path) {
                case "/RunParameters/RunID", "/RunParameters/RunId", "/RunParameters/Setup/RunID" -> runId = text;
                case "/RunParameters/ExperimentName", "/RunParameters/Setup/ExperimentName" -> experiment = text;
                default -> {}
            }
        }
    }
}
