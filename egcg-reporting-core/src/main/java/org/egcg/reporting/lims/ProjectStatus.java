package org.egcg.reporting.lims;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.egcg.reporting.lims.internal.sql.LimsDatabase;
import org.egcg.reporting.lims.internal.sql.LimsSession;
import org.egcg.reporting.lims.request.StatusRequest;

/** {@code project_status}: which samples of each project are in which status, and how far the project is. */
record ProjectStatus(LimsDatabase database, StatusDefinitions definitions, Clock clock)
        implements LimsReport<StatusRequest> {

    /** No project at all for what the original knows no project of. */
    private record Group(Optional<LimsProject> project, List<StatusSample> samples) {}

    @Override
    public LimsAnswer answer(StatusRequest asked) {
        List<Group> groups = database.read(session -> groups(session, asked));
        LocalDateTime now = LocalDateTime.now(clock);
        return LimsAnswer.of(groups, group -> item(group, asked.scope().complete(), now));
    }

    private List<Group> groups(LimsSession session, StatusRequest asked) {
        Map<Long, Group> groups = new LinkedHashMap<>();
        for (LimsProject project : LimsProject.read(session, asked.scope())) {
            if (asked.scope().complete() || project.isCounted()) {
                groups.put(project.row().id(), new Group(Optional.of(project), new ArrayList<>()));
            }
        }
        for (StatusSample sample : new StatusFacts(definitions, session, asked).samples()) {
            Long project = sample.isNamed() ? sample.row().projectId() : null;
            groups.computeIfAbsent(project, unknown -> new Group(Optional.empty(), new ArrayList<>()))
                    .samples()
                    .add(sample);
        }
        return new ArrayList<>(groups.values());
    }

    private BsonDocument item(Group group, boolean isComplete, LocalDateTime now) {
        BsonDocument item =
                new BsonDocument("project_id", Json.text(group.project().map(project -> project.row()
                        .name())));
        RollUp rollUp = new RollUp(group.samples(), definitions, isComplete, now);
        rollUp.appendOrder(item);
        group.project().ifPresentOrElse(project -> project.appendTo(item, isComplete), () -> appendNobody(item));
        item.append("finished_date", LimsTime.json(finished(group)));
        item.append("started_date", LimsTime.json(started(group)));
        rollUp.appendStatus(item);
        return item;
    }

    private static void appendNobody(BsonDocument item) {
        item.append("open_date", BsonNull.VALUE)
                .append("close_date", BsonNull.VALUE)
                .append("project_status", new BsonString("open"))
                .append("researcher_name", BsonNull.VALUE)
                .append("nb_quoted_samples", BsonNull.VALUE);
    }

    private static Optional<LocalDateTime> started(Group group) {
        return group.samples().stream()
                .flatMap(sample -> sample.history().started().stream())
                .min(Comparator.naturalOrder());
    }

    /** A project is finished with the last of its finished samples, once there are as many as were quoted. */
    private Optional<LocalDateTime> finished(Group group) {
        List<LocalDateTime> dates = group.samples().stream()
                .filter(sample -> sample.history()
                        .status()
                        .equals(Optional.of(definitions.special().finished())))
                .map(sample -> sample.history().since())
                .toList();
        return group.project()
                .flatMap(LimsProject::quoted)
                .flatMap(ProjectStatus::number)
                .filter(quoted -> quoted.compareTo(BigDecimal.valueOf(dates.size())) <= 0)
                .flatMap(quoted -> dates.stream().max(Comparator.naturalOrder()))
                .filter(date -> !date.equals(Entry.UNDATED));
    }

    private static Optional<BigDecimal> number(String text) {
        try {
            return Optional.of(new BigDecimal(text.strip()));
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }
}
