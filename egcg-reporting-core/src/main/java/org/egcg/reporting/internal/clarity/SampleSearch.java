package org.egcg.reporting.internal.clarity;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.egcg.reporting.internal.xml.XmlElement;

/** Finds samples by name, in as few calls as Clarity allows. */
final class SampleSearch {

    private static final int NAMES_PER_CALL = 100;

    private final Batches batches;
    private final Map<String, ClaritySample> samples = new LinkedHashMap<>();
    private int hits;

    SampleSearch(Batches batches) {
        this.batches = batches;
    }

    /** The samples of these names, each under the first spelling that Clarity knows. */
    FoundSamples named(Collection<String> names) {
        Set<String> asked = new LinkedHashSet<>();
        for (Spelling spelling : Spelling.values()) {
            Map<String, List<String>> missing = names.stream()
                    .filter(name -> !samples.containsKey(name))
                    .filter(name -> !asked.contains(spelling.of(name)))
                    .collect(Collectors.groupingBy(spelling::of, LinkedHashMap::new, Collectors.toList()));
            asked.addAll(missing.keySet());
            ask(missing);
        }
        return new FoundSamples(samples, hits);
    }

    private void ask(Map<String, List<String>> namesBySpelling) {
        Map<String, List<ClaritySample>> answers = new HashMap<>();
        for (XmlElement sample : batches.samples(links(List.copyOf(namesBySpelling.keySet())))) {
            ClaritySample answer = Batches.sample(sample);
            answers.computeIfAbsent(answer.name(), name -> new ArrayList<>()).add(answer);
            hits++;
        }
        namesBySpelling.forEach((spelt, names) -> {
            List<ClaritySample> matching = answers.getOrDefault(spelt, List.of());
            if (matching.size() == 1) {
                names.forEach(name -> samples.put(name, matching.get(0)));
            }
        });
    }

    private List<String> links(List<String> names) {
        List<String> links = new ArrayList<>();
        for (int from = 0; from < names.size(); from += NAMES_PER_CALL) {
            List<String> some = names.subList(from, Math.min(names.size(), from + NAMES_PER_CALL));
            links.addAll(batches.listed("api/v2/samples?" + query(some), "sample"));
        }
        return links;
    }

    static String query(Collection<String> names) {
        return names.stream()
                .map(name -> "name=" + URLEncoder.encode(name, StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
