package org.egcg.reporting.instrument;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.egcg.reporting.error.ReportingException.Misconfigured;
import org.egcg.reporting.run.RunId;
import org.egcg.reporting.run.RunIds;
import org.egcg.reporting.yaml.Section;

/**
 * The models of instruments and the types of flow cells that the facility has, by the ids that stand in the names of
 * runs. The first model of the table that has such an id is the one. Immutable, safe for threads.
 */
public final class Instruments {

    /** The file's name in a configuration directory. */
    public static final String FILE = "instruments.yaml";

    private static final int KNOWN_RUNS = 20_000;

    private final List<InstrumentModel> models;
    private final Map<String, SequencedOn> runs = new ConcurrentHashMap<>();

    private Instruments(List<InstrumentModel> models) {
        this.models = List.copyOf(models);
    }

    /**
     * Reads the table.
     *
     * @throws Misconfigured naming file, key and reason
     */
    public static Instruments read(Section file) {
        file.allowOnly(java.util.Set.of("models"));
        List<InstrumentModel> models = new ArrayList<>();
        Section named = file.section("models");
        for (String name : named.keys()) {
            models.add(model(name, named.section(name)));
        }
        return new Instruments(models);
    }

    private static InstrumentModel model(String name, Section model) {
        model.allowOnly(java.util.Set.of("instruments", "flow_cells"));
        Map<String, Pattern> flowCells = new LinkedHashMap<>();
        Section types = model.section("flow_cells");
        types.keys().forEach(type -> flowCells.put(type, pattern(types, type)));
        return new InstrumentModel(name, pattern(model, "instruments"), flowCells);
    }

    private static Pattern pattern(Section section, String key) {
        try {
            return Pattern.compile(section.text(key));
        } catch (PatternSyntaxException wrong) {
            throw section.wrong(key, "is no pattern: " + wrong.getDescription());
        }
    }

    /** The table that the library brings along. */
    public static Instruments packaged() {
        try (InputStream file = Instruments.class.getResourceAsStream("/org/egcg/reporting/etc/" + FILE)) {
            return read(Section.read(FILE, new String(file.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The names of the models, in the table's order. */
    public List<String> models() {
        return models.stream().map(InstrumentModel::name).toList();
    }

    /** The names of the types of flow cells, in the table's order. */
    public List<String> flowCells() {
        return models.stream()
                .flatMap(model -> model.flowCells().keySet().stream())
                .distinct()
                .toList();
    }

    /** The model of an instrument, by its id, such as {@code M04034}. */
    public Optional<String> model(String instrument) {
        return models.stream()
                .filter(model -> model.hasInstrument(instrument))
                .map(InstrumentModel::name)
                .findFirst();
    }

    /** What a run was sequenced on, by its name: the instrument says the model, or the flow cell where it does not. */
    public SequencedOn ofRun(String run, RunIds ids) {
        if (runs.size() > KNOWN_RUNS) {
            runs.clear();
        }
        return runs.computeIfAbsent(run, name -> of(ids.read(name)));
    }

    private SequencedOn of(RunId run) {
        return of(run.instrument().orElse(""), run.flowCell().orElse(""));
    }

    /** The same by the ids of instrument and flow cell. */
    public SequencedOn of(String instrument, String flowCell) {
        Optional<InstrumentModel> model = models.stream()
                .filter(one -> one.hasInstrument(instrument))
                .findFirst()
                .or(() -> models.stream()
                        .filter(one -> one.flowCell(flowCell).isPresent())
                        .findFirst());
        return new SequencedOn(model.map(InstrumentModel::name), model.flatMap(known -> known.flowCell(flowCell)));
    }
}
