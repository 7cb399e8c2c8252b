package org.egcg.reporting.embedded.lims;

import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.egcg.reporting.yaml.Section;

/**
 * Fills an empty LIMS database from files of projects, samples, artifacts and steps, which refer to each other by
 * name. The original's files load unchanged; {@code docs/lims.md} lists what may stand in one.
 */
final class LimsExample {

    private static final long PROJECT_CLASS = 83;
    private static final LocalDateTime OPENED = LocalDateTime.of(2018, 1, 23, 0, 0);
    private static final LocalDateTime CLOSED = LocalDateTime.of(2018, 2, 28, 0, 0);

    private final LimsTables tables;
    private final Map<String, Long> projects = new HashMap<>();
    private final Map<String, Long> samples = new HashMap<>();
    private final Map<String, Long> labels = new HashMap<>();
    private final Map<String, ExampleArtifact> artifacts = new LinkedHashMap<>();
    private final ExampleSteps steps;

    LimsExample(LimsTables tables) {
        this.tables = tables;
        this.steps = new ExampleSteps(tables, artifacts);
    }

    /**
     * Loads a file, after others that it may refer to.
     *
     * @throws org.egcg.reporting.error.ReportingException.Misconfigured if the file refers to what is not there
     */
    void load(Section file) throws SQLException {
        file.allowOnly(Set.of("projects", "samples", "artifacts", "completed_steps", "queued_steps"));
        for (Section project : required(file, "projects")) {
            loadProject(project);
        }
        for (Section sample : required(file, "samples")) {
            loadSample(sample);
        }
        for (Section artifact : required(file, "artifacts")) {
            loadArtifact(artifact);
        }
        for (Section step : required(file, "completed_steps")) {
            steps.load(step);
        }
        for (Section queue : file.sections("queued_steps")) {
            steps.queue(queue);
        }
    }

    private static List<Section> required(Section file, String key) {
        if (!file.keys().contains(key)) {
            throw file.wrong(key, "is missing");
        }
        return file.sections(key);
    }

    private void loadProject(Section project) throws SQLException {
        if (project.has("name")) {
            String[] researcher =
                    project.optionalText("researcher").orElse("Jane Doe").split(" ", 2);
            long person = tables.insert("researcher", researcher[0], researcher.length > 1 ? researcher[1] : null);
            LocalDateTime closed =
                    project.flag("closed") ? project.moment("closed_date").orElse(CLOSED) : null;
            LocalDateTime opened = project.moment("opened").orElse(OPENED);
            long id = tables.insert("project", project.text("name"), opened, closed, person);
            projects.put(project.text("name"), id);
            for (Map.Entry<String, String> field : ExampleRow.fields(project).entrySet()) {
                tables.link("entity_udf_view", id, PROJECT_CLASS, null, field.getKey(), null, field.getValue(), null);
            }
        }
    }

    private void loadSample(Section sample) throws SQLException {
        String name = sample.text("name");
        long process = tables.insert("process", null, null, null, null, null, null, null);
        long id = tables.nextId("sample");
        Long project = ExampleRow.found(projects, sample, "project", sample.text("project"));
        tables.link("sample", process, id, name, sample.moment("received").orElse(null), project);
        samples.put(name, process);
        for (Map.Entry<String, String> field : ExampleRow.fields(sample).entrySet()) {
            tables.link("sample_udf_view", id, null, field.getKey(), null, field.getValue(), null);
        }
        if (!sample.isSection("artifact")) {
            throw sample.wrong("artifact", "is missing");
        }
        artifact(name, sample.section("artifact"), true, Set.of(process), Set.of());
    }

    private void loadArtifact(Section artifact) throws SQLException {
        Set<Long> contents = new TreeSet<>();
        Set<Long> lineage = new TreeSet<>();
        for (String sample : ExampleRow.texts(artifact, "samples")) {
            contents.add(ExampleRow.found(samples, artifact, "samples", sample));
            lineage.add(artifacts.get(sample).id());
        }
        for (String ancestor : ExampleRow.texts(artifact, "ancestors")) {
            ExampleArtifact known = ExampleRow.found(artifacts, artifact, "ancestors", ancestor);
            lineage.add(known.id());
            lineage.addAll(known.lineage());
        }
        artifact(artifact.text("name"), artifact, false, contents, lineage);
    }

    private void artifact(String name, Section section, boolean original, Set<Long> contents, Set<Long> lineage)
            throws SQLException {
        long id = tables.nextId("artifact");
        tables.link("artifact", id, name, "2-" + id, original);
        artifacts.put(name, new ExampleArtifact(id, contents, lineage));
        for (long sample : contents) {
            tables.link("artifact_sample_map", id, sample);
        }
        for (long ancestor : lineage) {
            tables.link("artifact_ancestor_map", id, ancestor);
        }
        place(section, id);
        tables.insert("artifactstate", (int) section.whole("qcflag").orElse(0), null, id);
        for (String label : section.texts("reagent_labels")) {
            tables.link("artifact_label_map", id, label(label));
        }
        for (Map.Entry<String, String> field : ExampleRow.fields(section).entrySet()) {
            tables.link("artifact_udf_view", id, null, field.getKey(), null, field.getValue(), null);
        }
    }

    /** Each artifact stands in a container of its own, of which many have the same name. */
    private void place(Section section, long artifact) throws SQLException {
        if (section.has("container_name")) {
            long container = tables.insert("container", section.text("container_name"));
            tables.insert(
                    "containerplacement", container, position(section, "xpos"), position(section, "ypos"), artifact);
        }
    }

    /** A number as it is; of a letter, its place in the alphabet, counted from 0. */
    private static Integer position(Section section, String key) {
        String text = section.optionalText(key).orElse("");
        if (text.matches("[A-Za-z]")) {
            return Character.toUpperCase(text.charAt(0)) - 'A';
        }
        return text.matches("[0-9]{1,6}") ? Integer.valueOf(text) : null;
    }

    private long label(String name) throws SQLException {
        Long known = labels.get(name);
        if (known == null) {
            known = tables.insert("reagentlabel", name);
            labels.put(name, known);
        }
        return known;
    }
}
