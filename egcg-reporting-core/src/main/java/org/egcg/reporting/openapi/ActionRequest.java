package org.egcg.reporting.openapi;

import static org.egcg.reporting.openapi.Tree.list;
import static org.egcg.reporting.openapi.Tree.object;
import static org.egcg.reporting.openapi.Tree.reference;

import org.bson.BsonDocument;

/** How an action is asked for: its type and what it is about; the document comes of it. */
final class ActionRequest {

    private static final String PATH = "/actions";

    private ActionRequest() {}

    static void addTo(BsonDocument paths, BsonDocument shapes) {
        if (!paths.containsKey(PATH)) {
            return;
        }
        BsonDocument shape = reference("schemas", "action_request");
        BsonDocument post = paths.getDocument(PATH).getDocument("post");
        post.putAll(object(
                "summary",
                "Sets an action off; answers when it is done.",
                "requestBody",
                object(
                        "required",
                        true,
                        "content",
                        object(
                                "application/json", object("schema", shape),
                                "application/x-www-form-urlencoded", object("schema", shape)))));
        shapes.put("action_request", shape());
    }

    private static BsonDocument shape() {
        BsonDocument text = object("type", "string");
        return object(
                "type",
                "object",
                "required",
                list("action_type"),
                "properties",
                object(
                        "action_type",
                                object(
                                        "type",
                                        "string",
                                        "enum",
                                        list(
                                                "automatic_run_review",
                                                "automatic_sample_review",
                                                "automatic_rapid_review",
                                                "run_review",
                                                "sample_review")),
                        "run_id", text,
                        "sample_id", text,
                        "review_entities",
                                object(
                                        "description",
                                        "Sample ids: a list, or text that holds one.",
                                        "type",
                                        list("array", "string"),
                                        "items",
                                        text),
                        "username", object("type", "string", "description", "Account in the LIMS; never stored."),
                        "password", object("type", "string", "format", "password")));
    }
}
