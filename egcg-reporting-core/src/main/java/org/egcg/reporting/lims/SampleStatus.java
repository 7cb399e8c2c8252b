package org.egcg.reporting.lims;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.egcg.reporting.lims.internal.sql.LimsDatabase;
import org.egcg.reporting.lims.request.Scope;
import org.egcg.reporting.lims.request.StatusRequest;

/** {@code sample_status}: the statuses that each sample went through, with the steps that led there. */
record SampleStatus(LimsDatabase database, StatusDefinitions definitions) implements LimsReport<StatusRequest> {

    @Override
    public LimsAnswer answer(StatusRequest asked) {
        List<StatusSample> samples = database.read(session -> new StatusFacts(definitions, session, asked).samples());
        return LimsAnswer.of(samples, sample -> item(sample, asked.scope().complete()));
    }

    /** The same as values; every sample by its own name. */
    List<SampleCourse> courses(Scope scope) {
        StatusRequest asked = StatusRequest.samples(scope);
        return database.read(session -> new StatusFacts(definitions, session, asked).samples()).stream()
                .filter(sample -> sample.id().isPresent())
                .map(this::course)
                .toList();
    }

    private SampleCourse course(StatusSample sample) {
        SampleHistory history = sample.history();
        return new SampleCourse(
                sample.id().orElseThrow(),
                sample.project(),
                history.status().orElse(definitions.initial()),
                history.isEmpty() ? Optional.ofNullable(sample.row().received()) : known(history.since()),
                history.blocks().stream().map(SampleStatus::stay).toList(),
                history.started(),
                history.finished());
    }

    private static SampleCourse.Stay stay(SampleHistory.Block block) {
        return new SampleCourse.Stay(block.status(), known(block.date()).map(LocalDateTime::toLocalDate));
    }

    private static Optional<LocalDateTime> known(LocalDateTime date) {
        return Optional.of(date).filter(day -> !day.equals(Entry.UNDATED));
    }

    private BsonDocument item(StatusSample sample, boolean isComplete) {
        SampleHistory history = sample.history();
        Optional<String> status =
                history.status().or(() -> Optional.of(definitions.initial()).filter(any -> isComplete));
        return new BsonDocument("sample_id", Json.text(sample.id()))
                .append("project_id", Json.text(sample.project()))
                .append(
                        "statuses",
                        new BsonArray(history.blocks().stream()
                                .map(SampleStatus::block)
                                .toList()))
                .append("current_status", Json.text(status))
                .append("started_date", LimsTime.json(history.started()))
                .append("finished_date", LimsTime.json(history.finished()))
                .append("library_type", Json.text(sample.libraryType()))
                .append("species", Json.text(sample.species()))
                .append("required_yield", Json.text(sample.requiredYield()))
                .append("required_coverage", Json.text(sample.requiredCoverage()));
    }

    private static BsonDocument block(SampleHistory.Block block) {
        return new BsonDocument("name", new BsonString(block.status()))
                .append("date", LimsTime.day(block.date()))
                .append(
                        "processes",
                        new BsonArray(block.entries().stream()
                                .map(SampleStatus::process)
                                .toList()));
    }

    private static BsonDocument process(Entry entry) {
        return new BsonDocument("name", new BsonString(entry.step()))
                .append("date", LimsTime.day(entry.date()))
                .append("type", new BsonString(entry.type().word()))
                .append("process_id", new BsonInt64(entry.id()));
    }
}
