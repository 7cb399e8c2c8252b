package org.egcg.reporting.embedded.lims;

import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.egcg.reporting.yaml.Section;

/** The steps of an example file, and the queues before them. */
final class ExampleSteps {

    private static final String COMPLETE = "COMPLETE";

    private final LimsTables tables;
    private final Map<String, ExampleArtifact> artifacts;
    private final Map<String, Long> protocols = new HashMap<>();
    private final Map<Name, Step> open = new HashMap<>();

    private record Name(String step, String protocol) {}

    /** A step of a protocol, of a type of its own. */
    private record Step(long id, long typeId, long protocolId) {}

    ExampleSteps(LimsTables tables, Map<String, ExampleArtifact> artifacts) {
        this.tables = tables;
        this.artifacts = artifacts;
    }

    /** A process, completed unless {@code workstatus} says otherwise. */
    void load(Section section) throws SQLException {
        Step step = step(section);
        LocalDateTime created = ExampleRow.created(section);
        String status = section.optionalText("workstatus").orElse(COMPLETE);
        if (!status.equals(COMPLETE)) {
            open.put(name(section), step);
        }
        long process = tables.nextId("process");
        LocalDateTime run = section.moment("date_run").orElse(null);
        LocalDateTime modified = section.moment("modified").orElse(null);
        tables.link("process", process, "24-" + process, run, created, modified, step.typeId(), status, step.id());
        loadInputs(section, process);
        for (Map.Entry<String, String> field : ExampleRow.fields(section).entrySet()) {
            tables.link("process_udf_view", process, step.typeId(), null, field.getKey(), null, field.getValue(), null);
        }
    }

    private void loadInputs(Section section, long process) throws SQLException {
        List<String> inputs = ExampleRow.texts(section, "list_artifacts");
        List<String> outputs = ExampleRow.texts(section, "list_output_artifacts");
        if (!outputs.isEmpty() && outputs.size() != inputs.size()) {
            throw section.wrong("list_output_artifacts", "must be as long as list_artifacts");
        }
        for (int i = 0; i < inputs.size(); i++) {
            ExampleArtifact input = ExampleRow.found(artifacts, section, "list_artifacts", inputs.get(i));
            long tracker = tables.insert("processiotracker", input.id(), process);
            if (!outputs.isEmpty()) {
                ExampleArtifact output = ExampleRow.found(artifacts, section, "list_output_artifacts", outputs.get(i));
                tables.insert("outputmapping", tracker, output.id());
            }
        }
    }

    /** Puts artifacts into the queue of a step; of the open one of that name, if there is one. */
    void queue(Section section) throws SQLException {
        Step step = open.get(name(section));
        if (step == null) {
            step = step(section);
        }
        long workflow = tables.nextId("labworkflow");
        tables.link("labworkflow", workflow, "Workflow " + workflow);
        long part = tables.insert("workflowsection", workflow, step.protocolId());
        long stage = tables.insert("stage", part, step.id());
        LocalDateTime queued = section.moment("queued_date").orElseGet(() -> ExampleRow.created(section));
        for (String name : ExampleRow.texts(section, "list_artifacts")) {
            long artifact =
                    ExampleRow.found(artifacts, section, "list_artifacts", name).id();
            long transition = tables.nextId("stagetransition");
            tables.link("stagetransition", transition, stage, artifact, transition, queued, null);
        }
    }

    private Step step(Section section) throws SQLException {
        long type = tables.insert("processtype", section.text("name"));
        long protocol = protocol(name(section).protocol());
        return new Step(tables.insert("protocolstep", type, protocol), type, protocol);
    }

    /** Without a protocol it is {@code Protocol}; with an empty one, the step's own name. */
    private static Name name(Section section) {
        String step = section.text("name");
        String otherwise = section.keys().contains("labprotocol") ? step : "Protocol";
        return new Name(
                step,
                section.optionalText("labprotocol")
                        .filter(text -> !text.isEmpty())
                        .orElse(otherwise));
    }

    private long protocol(String name) throws SQLException {
        Long known = protocols.get(name);
        if (known == null) {
            known = tables.insert("labprotocol", name);
            protocols.put(name, known);
        }
        return known;
    }
}
