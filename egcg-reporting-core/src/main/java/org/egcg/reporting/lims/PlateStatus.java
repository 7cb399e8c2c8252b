package org.egcg.reporting.lims;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.bson.BsonDocument;
import org.egcg.reporting.lims.internal.sql.LimsDatabase;
import org.egcg.reporting.lims.request.StatusRequest;

/** {@code plate_status}: which samples of each plate are in which status. Plates are told apart by name. */
record PlateStatus(LimsDatabase database, StatusDefinitions definitions, Clock clock)
        implements LimsReport<StatusRequest> {

    /** A plate without a name holds what stands on no plate. */
    private record Plate(Optional<String> name, List<StatusSample> samples) {
        Optional<String> project() {
            return samples.get(samples.size() - 1).project();
        }
    }

    @Override
    public LimsAnswer answer(StatusRequest asked) {
        List<StatusSample> samples = database.read(session -> new StatusFacts(definitions, session, asked).samples());
        LocalDateTime now = LocalDateTime.now(clock);
        return LimsAnswer.of(plates(samples), plate -> item(plate, asked.scope().complete(), now));
    }

    private static List<Plate> plates(List<StatusSample> samples) {
        TreeMap<String, List<StatusSample>> byName = new TreeMap<>(Comparator.nullsLast(Comparator.naturalOrder()));
        for (StatusSample sample : samples) {
            byName.computeIfAbsent(sample.plate().orElse(null), any -> new ArrayList<>())
                    .add(sample);
        }
        return byName.entrySet().stream()
                .map(entry -> new Plate(Optional.ofNullable(entry.getKey()), entry.getValue()))
                .toList();
    }

    private BsonDocument item(Plate plate, boolean isComplete, LocalDateTime now) {
        BsonDocument item =
                new BsonDocument("plate_id", Json.text(plate.name())).append("project_id", Json.text(plate.project()));
        RollUp rollUp = new RollUp(plate.samples(), definitions, isComplete, now);
        rollUp.appendOrder(item);
        rollUp.appendStatus(item);
        return item;
    }
}
