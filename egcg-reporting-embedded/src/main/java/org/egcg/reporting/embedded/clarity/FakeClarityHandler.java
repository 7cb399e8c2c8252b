package org.egcg.reporting.embedded.clarity;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import org.bson.BsonDocument;
import org.bson.BsonInvalidOperationException;
import org.bson.BsonString;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.internal.xml.XmlNode;
import org.egcg.reporting.json.JsonReader;

/** Where requests come in: to the control interface, to a step's page, or to the API. */
final class FakeClarityHandler implements HttpHandler {

    private final FakeClarityState world;
    private final FakeClarityApi api;
    private final String path;
    private final boolean isControlled;

    /** @param path where this is; empty for the root */
    FakeClarityHandler(FakeClarityState world, String path, boolean isControlled) {
        this.world = world;
        this.api = new FakeClarityApi(world);
        this.path = path;
        this.isControlled = isControlled;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            FakeClarityAnswer answer = answer(exchange);
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            if (answer.status() == 401) {
                exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"GLSSecurity\"");
            }
            byte[] body = answer.bytes();
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private FakeClarityAnswer answer(HttpExchange exchange) throws IOException {
        try {
            return answer(FakeClarityRequest.of(exchange, path));
        } catch (FakeClarityFault tooLarge) {
            return FakeClarityAnswer.xml(tooLarge.status(), exception(tooLarge.getMessage()));
        }
    }

    private FakeClarityAnswer answer(FakeClarityRequest request) {
        if (isControlled && request.path().startsWith("/_control/")) {
            return control(request);
        }
        if (request.path().startsWith("/clarity/work-details/")) {
            return StepPage.of(world, request);
        }
        return world.logged(request, () -> api(request));
    }

    private FakeClarityAnswer api(FakeClarityRequest request) {
        try {
            FakeClarityAnswer fault = world.fault(request);
            return fault == null ? api.answer(request) : fault;
        } catch (FakeClarityFault fail) {
            return FakeClarityAnswer.xml(fail.status(), exception(fail.getMessage()));
        } catch (Malformed wrong) {
            return FakeClarityAnswer.xml(400, exception(wrong.getMessage()));
        } catch (RuntimeException broken) {
            return FakeClarityAnswer.xml(500, exception(broken.toString()));
        }
    }

    private static XmlNode exception(String message) {
        return XmlNode.of("exc:exception")
                .attribute("xmlns:exc", "http://genologics.com/ri/exception")
                .with(XmlNode.of("message").text(message));
    }

    private FakeClarityAnswer control(FakeClarityRequest request) {
        switch (request.path()) {
            case "/_control/reset" -> {
                try {
                    world.reset(
                            request.body().isEmpty()
                                    ? new BsonDocument()
                                    : JsonReader.read(request.body()).asDocument());
                } catch (Malformed | BsonInvalidOperationException wrong) {
                    return FakeClarityAnswer.json(400, new BsonDocument("status", new BsonString("no scene")));
                }
                return FakeClarityAnswer.json(200, new BsonDocument("status", new BsonString("reset")));
            }
            case "/_control/log" -> {
                boolean changes = request.query().containsKey("mutations");
                return FakeClarityAnswer.json(200, new BsonDocument("data", changes ? world.changes() : world.log()));
            }
            case "/_control/state" -> {
                return FakeClarityAnswer.json(200, world.state());
            }
            default -> {
                return FakeClarityAnswer.json(404, new BsonDocument("status", new BsonString("unknown")));
            }
        }
    }
}
