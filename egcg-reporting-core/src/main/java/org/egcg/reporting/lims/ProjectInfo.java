package org.egcg.reporting.lims;

import java.util.List;
import org.bson.BsonDocument;
import org.egcg.reporting.lims.internal.sql.LimsDatabase;
import org.egcg.reporting.lims.request.InfoRequest;

/** {@code project_info}: projects with their researchers and custom fields. */
record ProjectInfo(LimsDatabase database) implements LimsReport<InfoRequest> {

    @Override
    public LimsAnswer answer(InfoRequest asked) {
        List<LimsProject> projects = database.read(session -> LimsProject.read(session, asked.scope()));
        projects.removeIf(
                project -> !asked.scope().complete() && project.values().isEmpty());
        return LimsAnswer.of(projects, project -> item(project, asked.scope().complete()));
    }

    private static BsonDocument item(LimsProject project, boolean isComplete) {
        BsonDocument item =
                new BsonDocument("project_id", Json.text(project.row().name()));
        project.appendTo(item, isComplete);
        return item.append("udfs", Json.object(project.values()));
    }
}
