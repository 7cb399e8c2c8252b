package org.egcg.reporting.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.web.browser.PageRequest;
import org.egcg.reporting.web.desk.DeskItem;
import org.egcg.reporting.web.desk.DeskKind;
import org.egcg.reporting.web.desk.DeskQueue;
import org.egcg.reporting.web.desk.Waiting;
import org.egcg.reporting.web.failure.Sentences;
import org.egcg.reporting.web.reading.DeskItems;
import org.egcg.reporting.web.reading.DeskReading;
import org.egcg.reporting.web.reading.DeskVerdicts;
import org.egcg.reporting.web.reading.Finder;
import org.egcg.reporting.web.reading.PageSettings;
import org.egcg.reporting.web.table.Misread;
import org.egcg.reporting.web.table.TableQuery;
import org.egcg.reporting.web.table.Verdicts;

/** The desk: what waits for a decision, and one thing at a time with all that is needed to decide. */
@Named("desk")
@RequestScoped
public class ReviewDeskPage implements Page {

    private static final int LISTED = 250;

    @Inject
    private PageRequest pageRequest;

    @Inject
    private PageSettings pages;

    @Inject
    private DeskReading reading;

    @Inject
    private DeskItems items;

    @Inject
    private DeskVerdicts verdicts;

    @Inject
    private Finder finder;

    private DeskQueue all;
    private Optional<DeskItem> item;
    private Map<String, String> said;
    private Boolean stranger;
    private String failure = "";

    @Override
    public String title() {
        return "To be decided";
    }

    @Override
    public String menu() {
        return "Review";
    }

    private String parameter(String name) {
        return pageRequest.query().parameters().getOrDefault(name, "");
    }

    /** What the order of the queue goes by: how long each kind can wait, such as {@code 2 days for lanes}. */
    public String patience() {
        return Arrays.stream(DeskKind.values())
                .map(each ->
                        each.patience().toDays() + " days for " + each.label().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    private Optional<DeskKind> kind() {
        return DeskKind.named(parameter("kind"));
    }

    @Override
    public Optional<Set<String>> words() {
        return Optional.of(Set.of("kind", "project", "item"));
    }

    @Override
    public List<Misread> misread() {
        return pageRequest
                .query()
                .misread("kind", word -> kind().isPresent(), "is no kind of what waits, so all kinds are listed")
                .stream()
                .toList();
    }

    public String project() {
        return parameter("project");
    }

    private DeskQueue all() {
        if (all == null) {
            all = new DeskQueue(List.of());
            try {
                all = reading.queue();
            } catch (Unavailable away) {
                failure = Sentences.away(away.dependency());
            }
        }
        return all;
    }

    /** Why nothing can be shown; empty text if it can. */
    public String failure() {
        all();
        item();
        return failure;
    }

    /** Whether there is nothing to choose among: nothing waits, of no kind and no project, or it is not known what does. */
    public boolean isIdle() {
        return failure().isEmpty() ? all().isEmpty() && !isShowing() : !isShowing();
    }

    public DeskQueue queue() {
        return all().of(kind(), project());
    }

    /** The first of what waits; the rest follows when these are done. */
    public List<Waiting> listed() {
        List<Waiting> waiting = queue().all();
        return waiting.subList(0, Math.min(LISTED, waiting.size()));
    }

    /** What the rules say of one that is listed, in a word; empty text where that is not known. */
    public String verdict(Waiting waiting) {
        if (said == null) {
            said = verdicts.of(listed());
        }
        return said.getOrDefault(waiting.key(), "");
    }

    public String style(Waiting waiting) {
        return Verdicts.style(verdict(waiting));
    }

    @Override
    public List<Link> siblings() {
        List<Link> kinds = new ArrayList<>();
        kinds.add(sibling("All", Optional.empty()));
        for (DeskKind kind : DeskKind.values()) {
            kinds.add(sibling(kind.label(), Optional.of(kind)));
        }
        return kinds;
    }

    private Link sibling(String label, Optional<DeskKind> kind) {
        String count = pages.count(all().of(kind, project()).size());
        return new Link(
                label,
                href(kind.map(DeskKind::resource).orElse(""), project(), ""),
                failure.isEmpty() ? count : "",
                kind.equals(kind()));
    }

    /** How many wait that are of another kind or of another project. */
    public int others() {
        return all().size() - queue().size();
    }

    /** The same in a sentence; empty text if nothing does. */
    public String elsewhere() {
        return all().others(kind(), project());
    }

    /** What a link is called that leads to everything. */
    public String everything() {
        return "Show all " + (kind().isEmpty() ? "projects" : project().isEmpty() ? "kinds" : "kinds and projects");
    }

    /** Whether nothing of a project waits that nothing has been reported of. */
    public boolean isStranger() {
        if (stranger == null) {
            stranger = isUnknown();
        }
        return stranger;
    }

    private boolean isUnknown() {
        return !project().isEmpty()
                && all().of(Optional.empty(), project()).isEmpty()
                && finder.find(project()).stream()
                        .noneMatch(found ->
                                found.kind().equals("Project") && found.name().equalsIgnoreCase(project()));
    }

    /** What is said where nothing of what is asked for waits. */
    public String absence() {
        if (isStranger()) {
            return "Nothing has been reported of a project " + project();
        }
        return others() == 0 ? DeskQueue.absence(Optional.empty(), "") : DeskQueue.absence(kind(), project());
    }

    /** The projects of which something waits, with how much; and the one that is asked for, which is chosen. */
    public List<Link> projects() {
        Map<String, Integer> counts = all().of(kind(), "").projects(project());
        List<Link> projects = new ArrayList<>();
        projects.add(new Link("All projects", "", "", project().isEmpty()));
        counts.forEach((name, count) -> {
            boolean here = name.equals(project());
            boolean unknown = here && isStranger();
            projects.add(new Link(unknown ? name + ", unknown" : name, name, unknown ? "" : pages.count(count), here));
        });
        return projects;
    }

    /** Kind and project as the address has them, for the form in which another project is chosen. */
    public String kindWord() {
        return kind().map(DeskKind::resource).orElse("");
    }

    public String itemHref(Waiting waiting) {
        return href(kindWord(), project(), waiting.key());
    }

    private static String href(String kind, String project, String item) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("kind", kind);
        parameters.put("project", project);
        parameters.put("item", item);
        parameters.values().removeIf(String::isEmpty);
        return "/review" + new TableQuery(parameters).text();
    }

    /** What is looked at: what the address names, or else the first of what waits. */
    public Optional<DeskItem> item() {
        if (item == null) {
            item = Optional.empty();
            try {
                item = read();
            } catch (Unavailable away) {
                failure = Sentences.away(away.dependency());
            }
        }
        return item;
    }

    private Optional<DeskItem> read() {
        String named = parameter("item");
        if (named.isEmpty()) {
            return queue().all().stream().findFirst().flatMap(first -> items.read(first.kind(), first.id()));
        }
        String[] parts = named.split(":", 2);
        return parts.length < 2
                ? Optional.empty()
                : DeskKind.named(parts[0]).flatMap(kind -> items.read(kind, parts[1]));
    }

    /** The thing that is looked at; only where there is one. */
    public DeskItem shown() {
        return item().orElseThrow();
    }

    public boolean isShowing() {
        return item().isPresent();
    }

    /** The name of a thing that is not there; empty text otherwise. */
    public String unknown() {
        return !parameter("item").isEmpty() && item().isEmpty() && failure.isEmpty() ? parameter("item") : "";
    }

    /** Since when the thing waits; empty if it does not. */
    public Optional<Waiting> waiting() {
        return item().flatMap(shown -> all().named(shown.key()));
    }
}
