package org.egcg.reporting.instrument;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A model of sequencing instruments.
 *
 * @param name as limits and pages call it, such as {@code NovaSeq 6000}
 * @param instrument the ids that instruments of the model have
 * @param flowCells the ids that its flow cells have, by type
 */
public record InstrumentModel(String name, Pattern instrument, Map<String, Pattern> flowCells) {

    public InstrumentModel {
        flowCells = Collections.unmodifiableMap(new LinkedHashMap<>(flowCells));
    }

    boolean hasInstrument(String id) {
        return instrument.matcher(id).matches();
    }

    /** The type of a flow cell of this model; empty if none of its types has such an id. */
    Optional<String> flowCell(String id) {
        return flowCells.entrySet().stream()
                .filter(type -> type.getValue().matcher(id).matches())
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
