package org.egcg.reporting.lims;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.egcg.reporting.lims.internal.sql.FieldRow;
import org.egcg.reporting.lims.internal.sql.LimsSession;
import org.egcg.reporting.lims.internal.sql.ProjectQueries;
import org.egcg.reporting.lims.internal.sql.ProjectQueries.ProjectRow;
import org.egcg.reporting.lims.request.Scope;

/**
 * A project and its custom fields.
 *
 * @param fields by name, null where a field has no value
 */
record LimsProject(ProjectRow row, Map<String, String> fields) {

    static final String QUOTED = "Number of Quoted Samples";

    /** The projects by name. */
    static List<LimsProject> read(LimsSession session, Scope scope) {
        Map<Long, LimsProject> projects = new LinkedHashMap<>();
        for (ProjectRow row : ProjectQueries.projects(session, scope)) {
            projects.put(row.id(), new LimsProject(row, new LinkedHashMap<>()));
        }
        for (FieldRow field : ProjectQueries.fields(session, scope)) {
            projects.get(field.owner()).fields().put(field.name(), field.value());
        }
        return new ArrayList<>(projects.values());
    }

    Optional<String> quoted() {
        return Optional.ofNullable(fields.get(QUOTED));
    }

    /** The fields that have a value. */
    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>(fields);
        values.values().removeIf(Objects::isNull);
        return values;
    }

    /** The original counts a project in its reports of status if it has this field, or none at all. */
    boolean isCounted() {
        return fields.isEmpty() || fields.containsKey(QUOTED);
    }

    /**
     * Appends dates, state, researcher and quote.
     *
     * @param isComplete whether a part of the researcher's name that is missing is left out, not spelt {@code None}
     */
    void appendTo(BsonDocument item, boolean isComplete) {
        item.append("open_date", LimsTime.json(Optional.ofNullable(row.opened())))
                .append("close_date", LimsTime.json(Optional.ofNullable(row.closed())))
                .append("project_status", new BsonString(row.closed() == null ? "open" : "closed"))
                .append("researcher_name", Json.text(researcher(isComplete)))
                .append("nb_quoted_samples", Json.text(quoted()));
    }

    private Optional<String> researcher(boolean isComplete) {
        return isComplete
                ? Optional.of(Stream.of(row.firstName(), row.lastName())
                                .filter(Objects::nonNull)
                                .collect(Collectors.joining(" ")))
                        .filter(name -> !name.isEmpty())
                : Optional.of(orNone(row.firstName()) + " " + orNone(row.lastName()));
    }

    private static String orNone(String part) {
        return Objects.requireNonNullElse(part, "None");
    }
}
