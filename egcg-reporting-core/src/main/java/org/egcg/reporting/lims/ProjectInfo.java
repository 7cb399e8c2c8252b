package org.egcg.reporting.lims;

import java.util.List;
import org.bson.BsonDocument;
import org.egcg.reporting.lims.internal.sql.LimsDatabase;

/** {@code project_info}: projects with their researchers and custom fields. */
record ProjectInfo(LimsDatabase database) implements LimsReport {

    @Override
    public Answer answer(LimsArguments arguments) {
        List<LimsProject> projects = database.read(session -> LimsProject.read(session, arguments.scope()));
        projects.removeIf(project -> !arguments.isComplete() && project.values().isEmpty());
        return Answer.of(projects, project -> item(project, arguments.isComplete()));
    }

    private static BsonDocument item(LimsProject project, boolean isComplete) {
        BsonDocument item =
                new BsonDocument("project_id", Json.text(project.row().name()));
        project.appendTo(item, isComplete);
        return item.append("udfs", Json.object(project.values()));
    }
}
