package org.egcg.reporting.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.web.browser.PageRequest;
import org.egcg.reporting.web.failure.Sentences;
import org.egcg.reporting.web.reading.Finder;
import org.egcg.reporting.web.reading.Found;
import org.egcg.reporting.web.table.Misread;
import org.egcg.reporting.web.table.Quantity;
import org.egcg.reporting.web.table.TableQuery;

/** What the search box of the bar found. */
@Named("search")
@RequestScoped
public class SearchPage implements Page {

    private static final int FIRST = 40;
    private static final int PAGE = 200;
    private static final String NUMBER = "[1-9][0-9]{0,4}";

    @Inject
    private Installation installation;

    @Inject
    private PageRequest pageRequest;

    @Inject
    private Finder finder;

    private List<Found> found;
    private String failure = "";

    public String sought() {
        return parameter("find").strip();
    }

    @Override
    public String title() {
        return sought().isEmpty() ? "Search" : "Search for “" + Misread.quoted(sought()) + "”";
    }

    @Override
    public List<Link> crumbs() {
        return List.of(Link.to("Main page", "/"), Link.end("Search"));
    }

    @Override
    public List<Fact> facts() {
        if (!failure().isEmpty()) {
            return List.of();
        }
        if (found().isEmpty()) {
            return installation.isBare() ? List.of() : List.of(new Fact("Nothing found", List.of()));
        }
        return List.of(
                Fact.of("Found", Quantity.count(found().size())),
                new Fact("by name, or by the text of a note", List.of()));
    }

    public String failure() {
        found();
        return failure;
    }

    private List<Found> found() {
        if (found == null) {
            found = new ArrayList<>();
            try {
                found.addAll(finder.find(sought()));
                if (!sought().isEmpty()) {
                    finder.plate(sought()).ifPresent(found::add);
                }
            } catch (Unavailable away) {
                failure = Sentences.away(away.dependency());
            }
        }
        return found;
    }

    /** Some of what was found of one kind. */
    public record Group(String kind, int count, List<Found> things, String allHref, String nextHref) {

        /** Whether all of them have what was sought in their names. */
        public boolean named() {
            return things.stream().allMatch(thing -> thing.also().isEmpty());
        }

        /** The kind in the number that fits. */
        public String heading() {
            return count == 1 ? kind : kind.replaceFirst("y$", "ie") + "s";
        }
    }

    /** The first of each kind; of a kind that was asked for, a page. */
    public List<Group> groups() {
        String kind = isKind(parameter("kind")) ? parameter("kind") : "";
        return Finder.first(found()).keySet().stream()
                .filter(each -> kind.isEmpty() || each.equals(kind))
                .map(each -> group(each, !kind.isEmpty()))
                .toList();
    }

    private Group group(String kind, boolean paged) {
        List<Found> all =
                found().stream().filter(thing -> thing.kind().equals(kind)).toList();
        int from = paged ? Math.min(all.size(), (pageNumber() - 1) * PAGE) : 0;
        int to = Math.min(all.size(), from + (paged ? PAGE : FIRST));
        String allHref = paged || to == all.size() ? "" : href(kind, 1);
        String nextHref = paged && to < all.size() ? href(kind, pageNumber() + 1) : "";
        return new Group(kind, all.size(), all.subList(from, to), allHref, nextHref);
    }

    private int pageNumber() {
        String page = parameter("page");
        return page.matches(NUMBER) ? Integer.parseInt(page) : 1;
    }

    @Override
    public Optional<Set<String>> words() {
        return Optional.of(Set.of("find", "kind", "page"));
    }

    @Override
    public List<Misread> misread() {
        return Stream.of(
                        pageRequest
                                .query()
                                .misread("kind", this::isKind, "is no kind of what was found, so all kinds are shown"),
                        pageRequest
                                .query()
                                .misread("page", page -> page.matches(NUMBER), "is no page, so the first one is shown"))
                .flatMap(Optional::stream)
                .toList();
    }

    private boolean isKind(String kind) {
        return found().isEmpty() || Finder.first(found()).containsKey(kind);
    }

    private String href(String kind, int page) {
        return "/search" + new TableQuery(Map.of("find", sought(), "kind", kind, "page", String.valueOf(page))).text();
    }

    private String parameter(String name) {
        return pageRequest.query().parameters().getOrDefault(name, "");
    }

    /** Goes straight to the only thing that is found, or the only one whose name is just what was sought; not to a list. */
    public void goThere() {
        List<Found> exact = found().stream()
                .filter(thing -> thing.name().equalsIgnoreCase(sought()))
                .toList();
        List<Found> meant = exact.size() == 1 ? exact : found();
        if (meant.size() == 1 && !meant.get(0).href().contains("?")) {
            Faces.redirect(meant.get(0).href());
        }
    }
}
