package org.egcg.reporting.embedded.clarity;

import java.util.List;
import java.util.Map;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.egcg.reporting.internal.json.Bson;
import org.egcg.reporting.internal.xml.XmlNode;
import org.egcg.reporting.json.JsonWriter;

/** How Clarity spells its entities. */
final class Entities {

    private static final Map<String, String> NAMESPACES = Map.ofEntries(
            Map.entry("ri", "http://genologics.com/ri"),
            Map.entry("smp", "http://genologics.com/ri/sample"),
            Map.entry("art", "http://genologics.com/ri/artifact"),
            Map.entry("wkfcnf", "http://genologics.com/ri/workflowconfiguration"),
            Map.entry("stg", "http://genologics.com/ri/stage"),
            Map.entry("protstepcnf", "http://genologics.com/ri/stepconfiguration"),
            Map.entry("que", "http://genologics.com/ri/queue"),
            Map.entry("stp", "http://genologics.com/ri/step"),
            Map.entry("rt", "http://genologics.com/ri/routing"),
            Map.entry("udf", "http://genologics.com/ri/userdefined"));

    private Entities() {}

    /** A root element with its namespace, and with that of user-defined fields if it may have some. */
    static XmlNode root(String name) {
        XmlNode root = declare(XmlNode.of(name), name.substring(0, name.indexOf(':')));
        return name.equals("smp:sample") ? declare(root, "udf") : root;
    }

    static XmlNode declare(XmlNode root, String prefix) {
        return root.attribute("xmlns:" + prefix, NAMESPACES.get(prefix));
    }

    static String last(String link) {
        String path = link.indexOf('?') < 0 ? link : link.substring(0, link.indexOf('?'));
        return path.substring(path.lastIndexOf('/') + 1);
    }

    static XmlNode sampleLink(FakeClarityRequest request, BsonDocument sample) {
        return XmlNode.of("sample")
                .attribute("limsid", Bson.text(sample, "id"))
                .attribute("uri", request.link("samples/" + Bson.text(sample, "id")));
    }

    static XmlNode sample(FakeClarityRequest request, BsonDocument sample, XmlNode into) {
        into.attribute("limsid", Bson.text(sample, "id"))
                .attribute("uri", request.link("samples/" + Bson.text(sample, "id")))
                .with(XmlNode.of("name").text(Bson.text(sample, "name")))
                .with(XmlNode.of("date-received").text("2018-01-01"));
        if (sample.containsKey("artifact")) {
            into.with(XmlNode.of("artifact")
                    .attribute("limsid", Bson.text(sample, "artifact"))
                    .attribute("uri", request.link("artifacts/" + Bson.text(sample, "artifact") + "?state=1")));
        }
        sample.getDocument("udf", new BsonDocument()).forEach((name, value) -> into.with(field(name, value)));
        return into;
    }

    private static XmlNode field(String name, BsonValue value) {
        return XmlNode.of("udf:field")
                .attribute("type", value.isNumber() ? "Numeric" : "String")
                .attribute("name", name)
                .text(value.isString() ? value.asString().getValue() : JsonWriter.text(value));
    }

    static XmlNode artifact(
            FakeClarityRequest request, String id, String name, List<BsonDocument> samples, XmlNode into) {
        into.attribute("limsid", id)
                .attribute("uri", request.link("artifacts/" + id + "?state=1"))
                .with(XmlNode.of("name").text(name))
                .with(XmlNode.of("type").text("Analyte"));
        samples.forEach(sample -> into.with(sampleLink(request, sample)));
        return into;
    }

    static String workflow(String id) {
        return "configuration/workflows/" + id;
    }

    static String stage(String workflow, BsonDocument stage) {
        return workflow(workflow) + "/stages/" + Bson.text(stage, "id");
    }

    static String step(BsonDocument stage) {
        return "configuration/protocols/" + Bson.text(stage, "protocol") + "/steps/" + Bson.text(stage, "step");
    }

    static XmlNode workflowLink(FakeClarityRequest request, String id, BsonDocument workflow) {
        return XmlNode.of("workflow")
                .attribute("name", Bson.text(workflow, "name"))
                .attribute("uri", request.link(workflow(id)))
                .attribute("status", "ACTIVE");
    }

    static XmlNode stage(FakeClarityRequest request, String workflow, BsonDocument stage) {
        return root("stg:stage")
                .attribute("name", Bson.text(stage, "name"))
                .attribute("uri", request.link(stage(workflow, stage)))
                .with(XmlNode.of("workflow").attribute("uri", request.link(workflow(workflow))))
                .with(XmlNode.of("step")
                        .attribute("name", Bson.text(stage, "name"))
                        .attribute("uri", request.link(step(stage))));
    }

    static XmlNode step(FakeClarityRequest request, StartedStep step, BsonDocument stage, BsonArray programs) {
        XmlNode available = XmlNode.of("available-programs");
        for (int number = 0; number < programs.size(); number++) {
            available.with(XmlNode.of("available-program")
                    .attribute("name", programs.get(number).asString().getValue())
                    .attribute("uri", request.link("steps/" + step.id() + "/trigger/" + number)));
        }
        return root("stp:step")
                .attribute("current-state", "Record Details")
                .attribute("limsid", step.id())
                .attribute("uri", request.link("steps/" + step.id()))
                .with(XmlNode.of("configuration")
                        .attribute("uri", request.link(step(stage)))
                        .text(step.name()))
                .with(available);
    }
}
