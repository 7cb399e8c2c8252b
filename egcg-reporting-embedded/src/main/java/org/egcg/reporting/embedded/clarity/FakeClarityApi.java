package org.egcg.reporting.embedded.clarity;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.egcg.reporting.internal.json.Bson;
import org.egcg.reporting.internal.xml.XmlElement;
import org.egcg.reporting.internal.xml.XmlNode;

/** Clarity's side of the calls, as far as reviews go. */
final class FakeClarityApi {

    private static final String PREFIX = "/api/v2";

    private final FakeClarityState world;
    private final List<Route> routes;

    FakeClarityApi(FakeClarityState world) {
        this.world = world;
        this.routes = List.of(
                new Route("GET", "/?", (request, path) -> Entities.root("ri:index")),
                new Route("GET", "/samples", this::samples),
                new Route("GET", "/samples/([^/]+)", this::sample),
                new Route("GET", "/artifacts/([^/]+)", this::artifact),
                new Route("GET", "/configuration/workflows", this::workflows),
                new Route("GET", "/configuration/workflows/([^/]+)", this::workflow),
                new Route("GET", "/configuration/workflows/([^/]+)/stages/([^/]+)", this::stage),
                new Route("GET", "/configuration/protocols/([^/]+)/steps/([^/]+)", this::stepConfiguration),
                new Route("GET", "/queues/([^/]+)", this::queue),
                new Route("GET", "/steps/([^/]+)", (request, path) -> step(request, world.step(path.group(1)))),
                new Route("POST", "/samples/batch/retrieve", this::sampleDetails),
                new Route("POST", "/artifacts/batch/retrieve", this::artifactDetails),
                new Route("POST", "/route/artifacts", this::route),
                new Route("POST", "/steps", this::start),
                new Route("POST", "/steps/([^/]+)/trigger/([0-9]+)", this::trigger));
    }

    private record Route(String method, Pattern path, BiFunction<FakeClarityRequest, MatchResult, XmlNode> answer) {
        Route(String method, String path, BiFunction<FakeClarityRequest, MatchResult, XmlNode> answer) {
            this(method, Pattern.compile(path), answer);
        }
    }

    FakeClarityAnswer answer(FakeClarityRequest request) {
        if (!world.accepts(request.account().username(), request.account().password())) {
            throw new FakeClarityFault(401, "Unauthorized");
        }
        if (request.path().startsWith(PREFIX)) {
            String path = request.path().substring(PREFIX.length());
            for (Route route : routes) {
                Matcher matcher = route.path().matcher(path);
                if (route.method().equals(request.method()) && matcher.matches()) {
                    boolean started = request.method().equals("POST") && path.equals("/steps");
                    return FakeClarityAnswer.xml(
                            started ? 201 : 200, route.answer().apply(request, matcher.toMatchResult()));
                }
            }
        }
        throw new FakeClarityFault(404, "Not Found: " + request.method() + " " + request.path());
    }

    private XmlNode samples(FakeClarityRequest request, MatchResult path) {
        List<String> names = request.query().get("name");
        List<XmlNode> links =
                world.samples(sample -> names == null || names.contains(Bson.text(sample, "name"))).stream()
                        .map(sample -> Entities.sampleLink(request, sample))
                        .toList();
        return page(request, Entities.root("smp:samples"), links, "");
    }

    private XmlNode page(FakeClarityRequest request, XmlNode list, List<XmlNode> links, String inside) {
        int size = (int) FakeClarityState.number(world.scene(), "page_size", 1_000_000);
        int from = Integer.parseInt(
                request.query().getOrDefault("start-index", List.of("0")).get(0));
        List<XmlNode> some = links.subList(Math.min(from, links.size()), Math.min(links.size(), from + size));
        if (inside.isEmpty()) {
            list.withAll(some);
        } else {
            list.with(XmlNode.of(inside).withAll(some));
        }
        if (from + size < links.size()) {
            String names = request.rawQuery().replaceAll("&?start-index=[0-9]+", "");
            String next = request.path().substring("/api/v2/".length()) + "?start-index=" + (from + size);
            list.with(XmlNode.of("next-page")
                    .attribute("uri", request.link(next + (names.isEmpty() ? "" : "&" + names))));
        }
        return list;
    }

    private XmlNode sample(FakeClarityRequest request, MatchResult path) {
        return Entities.sample(request, world.sample(path.group(1)), Entities.root("smp:sample"));
    }

    private XmlNode artifact(FakeClarityRequest request, MatchResult path) {
        return artifact(request, path.group(1), Entities.root("art:artifact"));
    }

    private XmlNode artifact(FakeClarityRequest request, String id, XmlNode into) {
        List<BsonDocument> samples = world.inside(id);
        String name = world.isPool(id) ? "pool_" + id : Bson.text(samples.get(0), "name");
        return Entities.artifact(request, id, name, samples, into);
    }

    private XmlNode workflows(FakeClarityRequest request, MatchResult path) {
        XmlNode list = Entities.root("wkfcnf:workflows");
        List<String> names = request.query().get("name");
        world.scene().getDocument("workflows").forEach((id, workflow) -> {
            if (names == null || names.contains(Bson.text(workflow.asDocument(), "name"))) {
                list.with(Entities.workflowLink(request, id, workflow.asDocument()));
            }
        });
        return list;
    }

    private XmlNode workflow(FakeClarityRequest request, MatchResult path) {
        XmlNode stages = XmlNode.of("stages");
        stages(path.group(1))
                .forEach(stage -> stages.with(XmlNode.of("stage")
                        .attribute("name", Bson.text(stage, "name"))
                        .attribute("uri", request.link(Entities.stage(path.group(1), stage)))));
        return Entities.root("wkfcnf:workflow")
                .attribute("uri", request.link(Entities.workflow(path.group(1))))
                .with(stages);
    }

    private List<BsonDocument> stages(String workflow) {
        BsonValue known = world.scene().getDocument("workflows").get(workflow);
        if (known == null) {
            throw new FakeClarityFault(404, "Workflow not found: " + workflow);
        }
        return known.asDocument().getArray("stages").stream()
                .map(BsonValue::asDocument)
                .toList();
    }

    private XmlNode stage(FakeClarityRequest request, MatchResult path) {
        return stages(path.group(1)).stream()
                .filter(stage -> Bson.text(stage, "id").equals(path.group(2)))
                .map(stage -> Entities.stage(request, path.group(1), stage))
                .findFirst()
                .orElseThrow(() -> new FakeClarityFault(404, "Stage not found: " + path.group(2)));
    }

    private XmlNode stepConfiguration(FakeClarityRequest request, MatchResult path) {
        XmlNode permitted = XmlNode.of("permitted-containers");
        world.scene()
                .getArray("containers")
                .forEach(type -> permitted.with(
                        XmlNode.of("container-type").text(type.asString().getValue())));
        BsonDocument stage = stageWith("step", path.group(2));
        return Entities.root("protstepcnf:step")
                .attribute("name", Bson.text(stage, "name"))
                .attribute("uri", request.link(Entities.step(stage)))
                .with(permitted);
    }

    private BsonDocument stageWith(String key, String value) {
        return world.scene().getDocument("workflows").keySet().stream()
                .flatMap(workflow -> stages(workflow).stream())
                .filter(stage -> Bson.text(stage, key).equals(value))
                .findFirst()
                .orElseThrow(() -> new FakeClarityFault(404, key + " not found: " + value));
    }

    private XmlNode queue(FakeClarityRequest request, MatchResult path) {
        List<XmlNode> links = world.queued(path.group(1)).stream()
                .map(id -> XmlNode.of("artifact")
                        .attribute("uri", request.link("artifacts/" + id))
                        .with(XmlNode.of("queue-time").text("2018-01-02T10:00:00.000+00:00")))
                .toList();
        return page(request, Entities.root("que:queue"), links, "artifacts");
    }

    private XmlNode sampleDetails(FakeClarityRequest request, MatchResult path) {
        XmlNode details = Entities.root("smp:details");
        Entities.declare(details, "udf");
        ids(XmlElement.read(request.body().getBytes(StandardCharsets.UTF_8)), "link", "uri")
                .forEach(id -> details.with(Entities.sample(request, world.sample(id), XmlNode.of("smp:sample"))));
        return details;
    }

    private XmlNode artifactDetails(FakeClarityRequest request, MatchResult path) {
        XmlNode details = Entities.root("art:details");
        ids(XmlElement.read(request.body().getBytes(StandardCharsets.UTF_8)), "link", "uri")
                .forEach(id -> details.with(artifact(request, id, XmlNode.of("art:artifact"))));
        return details;
    }

    private XmlNode route(FakeClarityRequest request, MatchResult path) {
        for (XmlElement assign :
                XmlElement.read(request.body().getBytes(StandardCharsets.UTF_8)).children("assign")) {
            BsonDocument stage = stageWith("id", Entities.last(assign.required("stage-uri")));
            List<String> artifacts = ids(assign, "artifact", "uri");
            world.route(
                    Bson.text(stage, "id"),
                    Bson.text(stage, "step"),
                    artifacts,
                    request.account().username());
        }
        return Entities.root("rt:routing");
    }

    private static List<String> ids(XmlElement root, String child, String attribute) {
        return root.children(child).stream()
                .map(link -> Entities.last(link.required(attribute)))
                .distinct()
                .toList();
    }

    private XmlNode start(FakeClarityRequest request, MatchResult path) {
        XmlElement creation = XmlElement.read(request.body().getBytes(StandardCharsets.UTF_8));
        if (!creation.name().equals("step-creation")) {
            throw new FakeClarityFault(400, "not a step-creation");
        }
        XmlElement configuration =
                creation.child("configuration").orElseThrow(() -> new FakeClarityFault(400, "no configuration"));
        List<StartedStep.In> inputs = new ArrayList<>();
        creation.child("inputs").ifPresent(into -> into.children("input")
                .forEach(input -> inputs.add(new StartedStep.In(
                        Entities.last(input.required("uri")),
                        input.attribute("replicates").orElse("1")))));
        BsonDocument stage = stageWith("step", Entities.last(configuration.required("uri")));
        return step(
                request,
                world.start(
                        Bson.text(stage, "step"),
                        configuration.text(),
                        inputs,
                        request.account().username()));
    }

    private XmlNode step(FakeClarityRequest request, StartedStep step) {
        return Entities.step(
                request,
                step,
                stageWith("step", step.configuration()),
                world.scene().getArray("programs"));
    }

    private XmlNode trigger(FakeClarityRequest request, MatchResult path) {
        StartedStep step = world.step(path.group(1));
        List<BsonValue> programs = world.scene().getArray("programs");
        int number = Objects.checkIndex(Integer.parseInt(path.group(2)), programs.size());
        world.triggered(
                step.id(),
                programs.get(number).asString().getValue(),
                request.account().username());
        return Entities.root("stp:program-status")
                .attribute("uri", request.link("steps/" + step.id() + "/programstatus"))
                .with(XmlNode.of("status").text("RUNNING"));
    }
}
