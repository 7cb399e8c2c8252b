package org.egcg.reporting.web.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The addresses of all pages, for whatever has to hold on each of them. Those of one run, sample and plate are of the
 * example facility; an installation that lacks them says so on the page.
 */
final class AllPages {

    static final String RUN = "/run/261013_E00306_0402_AHJ5TCCX2";
    static final String SAMPLE = "/sample/EG0117P001B01";
    static final String MISSING = "/nowhere";

    private static final Map<String, String> ONE_OF_EACH = oneOfEach();

    private AllPages() {}

    private static Map<String, String> oneOfEach() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("home", "/");
        pages.put("runs", "/runs/all");
        pages.put("inconsistencies", "/inconsistencies");
        pages.put("run", RUN);
        pages.put("import", "/import");
        pages.put("samples", "/samples/all");
        pages.put("samples-to-review", "/samples/toreview");
        pages.put("compare", "/compare/samples?ids=EG0117P001B01%7CEG0121P001A01%7CEG0129P001H02");
        pages.put("compare-runs", "/compare/runs?ids=261013_E00306_0402_AHJ5TCCX2");
        pages.put("sample", SAMPLE + "?open=history");
        pages.put("projects", "/projects/");
        pages.put("project", "/projects/EG0117");
        pages.put("two-projects", "/projects/EG0117,EG0121");
        pages.put("project-status", "/project_status/");
        pages.put("libraries", "/libraries/all");
        pages.put("library", "/library/LP2026029?metric=pc_cv");
        pages.put("genotypes", "/genotypes/all");
        pages.put("genotype", "/genotype/GEN000047?metric=nb_call");
        pages.put("species", "/species");
        pages.put("one-species", "/species/Homo+sapiens");
        pages.put("no-resource", "/resources/nothing");
        pages.put("no-document", "/resources/nothing/none");
        pages.put("chart-sequencing", "/charts/seq/last_12_months?metric=pc_q30&colour=sequencer&plot=points");
        pages.put("chart-turnaround", "/charts/tat");
        pages.put("chart-pipelines", "/charts/bioinformatics?from=2026-09-01&to=2026-11-01");
        pages.put("instruments", "/instruments");
        pages.put("instrument", "/instruments/E00306?metric=pc_q30");
        pages.put("review", "/review");
        pages.put("history", "/history");
        pages.put("reviews", "/reviews");
        pages.put("delivery", "/delivery/EG0117");
        pages.put("limits", "/limits");
        pages.put("search", "/search?find=EG0117P001");
        pages.put("tokens", "/tokens");
        pages.put("sessions", "/sessions");
        pages.put("second-factor", "/second_factor");
        pages.put("notices", "/notices");
        pages.put("boards", "/boards");
        pages.put("users", "/users");
        pages.put("user", "/users/nobody");
        pages.put("change-password", "/change_password");
        pages.put("help", "/help");
        pages.put("help-of-lists", "/help/lists");
        pages.put("api-docs", "/api_docs");
        pages.put("not-found", MISSING);
        return Collections.unmodifiableMap(pages);
    }

    /** One page of each kind that is shown to those who are logged in, by a short name. */
    static Map<String, String> oneOfEachKind() {
        return ONE_OF_EACH;
    }

    /** Every page that is shown to those who are logged in, with all periods and views. */
    static List<String> inside() {
        List<String> addresses = new ArrayList<>(ONE_OF_EACH.values());
        for (String list : List.of("/runs/", "/libraries/", "/genotypes/")) {
            Stream.of("recent", "current_year", "last_12_months")
                    .map(list::concat)
                    .forEach(addresses::add);
        }
        addresses.addAll(List.of("/samples/processing", "/samples/notprocessing", "/projects/SGP", "/compare/lanes"));
        Stream.of("open", "lastweek", "closed", "all")
                .map("/project_status/"::concat)
                .forEach(addresses::add);
        addresses.addAll(List.of("/charts/seq/last_month", "/charts/seq/last_3_months", "/run/none", "/sample/none"));
        return addresses;
    }

    /** What is there for those alone who know a secret; {@link BoardIT} goes through it. */
    static List<String> secret() {
        return List.of("/board/secret");
    }

    /** The pages that strangers see. */
    static List<String> outside() {
        return List.of("/login", "/login?redirect=%2Fruns%2Frecent", "/logout");
    }
}
