package org.egcg.reporting.internal.clarity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.internal.xml.XmlElement;
import org.egcg.reporting.internal.xml.XmlNode;

/** Lists over all their pages, and many entities in one call. */
final class Batches {

    private static final int ENTITIES_PER_CALL = 500;

    private final Calls calls;

    Batches(Calls calls) {
        this.calls = calls;
    }

    /** The links of all entities of a list, page after page. */
    List<String> listed(String first, String entity) {
        List<String> links = new ArrayList<>();
        Set<String> read = new LinkedHashSet<>();
        Optional<String> page = Optional.of(first);
        while (page.isPresent()) {
            if (!read.add(page.get())) {
                throw new Malformed("pages that lead in a circle: " + page.get());
            }
            XmlElement list = calls.get(page.get());
            XmlElement entities =
                    entity.equals("artifact") ? list.child("artifacts").orElse(list) : list;
            entities.children(entity).forEach(link -> links.add(link.required("uri")));
            page = list.child("next-page").map(next -> next.required("uri"));
        }
        return links;
    }

    List<XmlElement> samples(List<String> links) {
        return retrieved("samples", "sample", links);
    }

    /** The artifacts of these links, in their order. */
    List<ClarityArtifact> artifacts(List<String> links) {
        Map<String, ClarityArtifact> byId = new HashMap<>();
        for (XmlElement element : retrieved("artifacts", "artifact", links)) {
            ClarityArtifact artifact = artifact(element);
            byId.put(ClarityArtifact.id(artifact.uri()), artifact);
        }
        return links.stream().map(link -> retrieved(byId, link)).toList();
    }

    private static ClarityArtifact retrieved(Map<String, ClarityArtifact> byId, String link) {
        ClarityArtifact artifact = byId.get(ClarityArtifact.id(link));
        if (artifact == null) {
            throw new Malformed("details without the artifact " + link);
        }
        return new ClarityArtifact(link, artifact.name(), artifact.samples());
    }

    private List<XmlElement> retrieved(String rel, String entity, List<String> links) {
        List<XmlElement> entities = new ArrayList<>();
        for (int from = 0; from < links.size(); from += ENTITIES_PER_CALL) {
            XmlNode wanted = XmlNode.of("ri:links").attribute("xmlns:ri", "http://genologics.com/ri");
            links.subList(from, Math.min(links.size(), from + ENTITIES_PER_CALL))
                    .forEach(link -> wanted.with(
                            XmlNode.of("link").attribute("uri", link).attribute("rel", rel)));
            entities.addAll(calls.post("api/v2/" + rel + "/batch/retrieve", wanted, Set.of(200, 201, 202))
                    .children(entity));
        }
        return entities;
    }

    static ClarityArtifact artifact(XmlElement artifact) {
        List<String> samples = artifact.children("sample").stream()
                .map(sample -> sample.attribute("limsid").orElseGet(() -> ClarityArtifact.id(sample.required("uri"))))
                .toList();
        return new ClarityArtifact(artifact.required("uri"), text(artifact, "name"), samples);
    }

    static ClaritySample sample(XmlElement sample) {
        Map<String, String> fields = new HashMap<>();
        sample.children("field").forEach(field -> fields.put(field.required("name"), field.text()));
        String id = sample.attribute("limsid").orElseGet(() -> ClarityArtifact.id(sample.required("uri")));
        String artifact =
                sample.child("artifact").map(link -> link.required("uri")).orElse("");
        return new ClaritySample(id, text(sample, "name"), artifact, fields);
    }

    private static String text(XmlElement element, String name) {
        return element.child(name).map(XmlElement::text).orElse("");
    }
}
