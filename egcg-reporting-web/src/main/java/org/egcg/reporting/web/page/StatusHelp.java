package org.egcg.reporting.web.page;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.egcg.reporting.config.ConfigDirectory;
import org.egcg.reporting.lims.StatusDefinitions;
import org.egcg.reporting.lims.StatusDefinitionsFile;
import org.egcg.reporting.web.reading.PageSettings;

/** Which laboratory steps lead into which status, in words. */
@Named
@ApplicationScoped
public class StatusHelp {

    /** A status with the steps that lead to it when they are completed, and those that it waits for. */
    public record Line(String status, String completed, String queued) {}

    private static final String FILE = "project_status_definitions.yaml";

    @Inject
    private PageSettings pages;

    private List<Line> rows;

    @PostConstruct
    void read() {
        ConfigDirectory files = pages.config().files();
        StatusDefinitions definitions = StatusDefinitionsFile.read(files.section(FILE));
        rows = definitions.order().stream()
                .map(status ->
                        new Line(status, steps(definitions.completed(), status), steps(definitions.queued(), status)))
                .toList();
    }

    public List<Line> rows() {
        return rows;
    }

    private static String steps(Map<String, String> statuses, String status) {
        TreeSet<String> steps = new TreeSet<>();
        statuses.forEach((step, leadsTo) -> {
            if (leadsTo.equals(status)) {
                steps.add(step);
            }
        });
        return steps.isEmpty() ? "–" : String.join(", ", steps);
    }
}
