package org.egcg.reporting.web.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.egcg.reporting.web.reading.ChartPeriod;
import org.egcg.reporting.web.reading.OwnResources;
import org.egcg.reporting.web.reading.Period;
import org.egcg.reporting.web.reading.SampleView;

/** The menus of the bar. */
@Named
@ApplicationScoped
public class Menus {

    /**
     * A menu; one without entries is a link itself.
     *
     * @param entries a link without an address is a heading, one without a label too a rule
     */
    public record Menu(String title, String href, List<Link> entries) {}

    /** The menu of resources that only this installation has. */
    static final String OWN = "Resources";

    private static final List<Menu> ALL = List.of(
            new Menu("Review", "/review", List.of()),
            new Menu("Runs", "", runs()),
            new Menu(
                    "Samples",
                    "",
                    Arrays.stream(SampleView.values())
                            .map(view -> Link.to(view.label(), "/samples/" + view.word()))
                            .toList()),
            new Menu("Projects", "", projects()),
            new Menu("Libraries", "", periods("/libraries/")),
            new Menu("Genotyping", "", periods("/genotypes/")),
            new Menu("Species", "/species", List.of()),
            new Menu("Charts", "", charts()),
            new Menu("Limits", "/limits", List.of()));

    private final List<Menu> all;

    /** For the container's proxy. */
    Menus() {
        all = ALL;
    }

    @Inject
    Menus(OwnResources resources) {
        List<Link> own = resources.all().stream()
                .map(schema -> Link.to(OwnResources.title(schema), OwnResources.href(schema)))
                .toList();
        all = new ArrayList<>(ALL);
        if (!own.isEmpty()) {
            all.add(new Menu(OWN, "", own));
        }
    }

    public List<Menu> all() {
        return List.copyOf(all);
    }

    private static List<Link> runs() {
        List<Link> entries = new ArrayList<>(periods("/runs/"));
        entries.addAll(List.of(Link.to("", ""), Link.to("Import a run", "/import")));
        return List.copyOf(entries);
    }

    private static List<Link> periods(String address) {
        return Arrays.stream(Period.values())
                .map(period -> Link.to(period.label(), address + period.word()))
                .toList();
    }

    private static List<Link> charts() {
        List<Link> entries = new ArrayList<>(List.of(
                Link.to("Turnaround metrics", "/charts/tat"),
                Link.to("Bioinformatics pipeline activity", "/charts/bioinformatics"),
                Link.to("Sequencing metrics", "")));
        Arrays.stream(ChartPeriod.values()).forEach(period -> entries.add(Link.to(period.label(), period.href())));
        return List.copyOf(entries);
    }

    private static List<Link> projects() {
        return List.of(
                Link.to("Summary", "/projects"),
                Link.to("SGP Projects", "/projects/SGP"),
                Link.to("", ""),
                Link.to("Project Status - Open", "/project_status/"),
                Link.to("Project Status - Last Week", "/project_status/lastweek"),
                Link.to("Project Status - Closed", "/project_status/closed"),
                Link.to("Project Status - All", "/project_status/all"));
    }
}
