package org.egcg.reporting.embedded.clarity;

import org.egcg.reporting.internal.xml.XmlNode;

/** What stands in for the page on which Clarity's users work on a step. */
final class StepPage {

    private StepPage() {}

    static FakeClarityAnswer of(FakeClarityState world, FakeClarityRequest request) {
        try {
            StartedStep step = world.step("24-" + Entities.last(request.path()));
            return new FakeClarityAnswer(200, "text/html; charset=utf-8", "<!DOCTYPE html>\n" + page(step));
        } catch (FakeClarityFault unknown) {
            return new FakeClarityAnswer(404, "text/plain; charset=utf-8", unknown.getMessage());
        }
    }

    private static XmlNode page(StartedStep step) {
        XmlNode inputs = XmlNode.of("ul");
        step.inputs()
                .forEach(input ->
                        inputs.with(XmlNode.of("li").text(input.artifact() + ", replicates: " + input.replicates())));
        String title = "Step " + step.id() + ": " + step.name();
        return XmlNode.of("html")
                .attribute("lang", "en")
                .with(XmlNode.of("head").with(XmlNode.of("title").text(title)))
                .with(XmlNode.of("body")
                        .with(XmlNode.of("h1").text(title))
                        .with(XmlNode.of("p")
                                .text("A stand-in for Clarity. In the real one, the review is completed on this page."))
                        .with(inputs));
    }
}
