package org.egcg.reporting.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.egcg.reporting.decision.DecisionStatistics;
import org.egcg.reporting.decision.Facet;
import org.egcg.reporting.decision.FittingLimit;
import org.egcg.reporting.decision.Ruling;
import org.egcg.reporting.decision.Rulings;
import org.egcg.reporting.decision.Tally;
import org.egcg.reporting.ejb.ReportingActions;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.review.Threshold;
import org.egcg.reporting.review.Thresholds;
import org.egcg.reporting.web.browser.PageRequest;
import org.egcg.reporting.web.date.Dates;
import org.egcg.reporting.web.failure.Sentences;
import org.egcg.reporting.web.reading.DecisionSelection;
import org.egcg.reporting.web.reading.PageSettings;
import org.egcg.reporting.web.reading.TallyNumber;
import org.egcg.reporting.web.route.Address;
import org.egcg.reporting.web.table.Kind;
import org.egcg.reporting.web.table.Quantity;
import org.egcg.reporting.web.table.TableQuery;
import org.egcg.reporting.web.timeline.Elapsed;

/** How people decided: how often otherwise than which rule, how long data waited, which limits would have done the same. */
@Named("decisions")
@RequestScoped
public class DecisionsPage implements Page {

    private static final int LISTED = 50;
    private static final String LIST = "#list";
    private static final String OVERRULED = "overruled";
    private static final String LIMIT = "limit";
    private static final String AGREES = "agrees";
    private static final String PAGE = "page";
    private static final Map<String, String> OTHERWISE = Map.of(
            TallyNumber.OVERRULED.word(), "Against the rules",
            TallyNumber.PASSED.word(), "Passed anyway",
            TallyNumber.FAILED.word(), "Failed anyway");

    @Inject
    private PageRequest pageRequest;

    @Inject
    private ReportingActions actions;

    @Inject
    private PageSettings pages;

    private DecisionStatistics found;
    private String cut = "";
    private String failure = "";
    private String refusal = "";
    private RefusedDays refused = new RefusedDays(Map.of());

    /** How decisions came out that have something in common; each number leads to its list. */
    public record Row(
            String label, Link decided, Link overruled, String share, Link passed, Link failed, String waited) {}

    /** The rows of one facet. */
    public record Group(String key, String heading, List<Row> rows) {}

    /** A limit, and one that would have made more decisions as people did. */
    public record Fit(String name, String limit, Link counted, Link agreeing, String fitting, Link agreeingThen) {}

    /** A decision. */
    public record Line(
            String when,
            String id,
            String href,
            String kind,
            String by,
            String said,
            String style,
            String rules,
            String rulesStyle,
            boolean overruled,
            String missed,
            String comment,
            String waited) {}

    @Override
    public String title() {
        return "Decisions";
    }

    @Override
    public String menu() {
        return "Review";
    }

    @Override
    public List<Link> crumbs() {
        return List.of(Link.to("Review", "/review"), Link.end("Decisions"));
    }

    private Map<String, String> asked() {
        return pageRequest.query().parameters();
    }

    private DecisionSelection selection() {
        return new DecisionSelection(asked(), pages.now().toLocalDate());
    }

    private DecisionStatistics found() {
        if (found == null) {
            found = new DecisionStatistics(List.of());
            refused = RefusedDays.of(RefusedDays.FROM_BEFORE, asked(), RefusedDays::isDay);
            try {
                DecisionSelection selection = selection();
                DecisionStatistics all = actions.decided(selection.begin(), selection.end());
                cut = all.since().map(DecisionsPage::cut).orElse("");
                found = selection.of(all);
            } catch (Unavailable store) {
                failure = Sentences.away(store.dependency());
            } catch (Malformed wrong) {
                refusal = refused.isEmpty() ? Sentences.whole(wrong) : refused.sentence();
            }
        }
        return found;
    }

    /** A sentence if the store does not answer, so that it is of no use to ask for others; else empty text. */
    public String failure() {
        found();
        return failure;
    }

    /** A sentence if what is asked for makes no sense; else empty text. */
    public String refusal() {
        found();
        return refusal;
    }

    /** Whether what is entered in a field is no day. */
    public boolean isRefused(String field) {
        found();
        return refused.contains(field);
    }

    private boolean isAnswered() {
        return failure().isEmpty() && refusal.isEmpty();
    }

    /** A sentence if there are more decisions than are counted; else empty text. */
    public String cut() {
        found();
        return cut;
    }

    private static String cut(Instant since) {
        return "Only the latest %s decisions are counted, those since %s; one on a lane counts once for each of its run elements."
                .formatted(Quantity.count(Rulings.MOST), Dates.day(LocalDate.ofInstant(since, ZoneOffset.UTC)));
    }

    public String from() {
        return isAnswered() ? selection().from().toString() : asked().getOrDefault("from", "");
    }

    public String to() {
        return isAnswered() ? selection().to().toString() : asked().getOrDefault("to", "");
    }

    public String kind() {
        return asked().getOrDefault("kind", "");
    }

    @Override
    public List<Fact> facts() {
        Tally total = found().total();
        if (total.decided() == 0) {
            return List.of();
        }
        Link overruled = number(total.overruled(), selection().counting(TallyNumber.OVERRULED));
        List<Fact> facts = new ArrayList<>(List.of(
                Fact.of("Decisions", count(total.decided())),
                new Fact("Against the rules", List.of(Link.to(overruled.label() + share(total), overruled.href())))));
        total.waited().ifPresent(time -> facts.add(Fact.of("From data to decision, median", Elapsed.words(time))));
        return facts;
    }

    private static String count(int number) {
        return Quantity.count(number);
    }

    private static String share(Tally tally) {
        return tally.decided() == 0 ? "" : " (%.0f%%)".formatted(100 * tally.share());
    }

    /** What is asked for besides time and kind; each is a link that asks for it no more. */
    public List<Link> chosen() {
        List<Link> chosen = new ArrayList<>();
        for (Facet facet : Facet.values()) {
            String value = asked().getOrDefault(facet.word(), "");
            if (!value.isEmpty()) {
                chosen.add(without(facet.label() + " " + label(facet, value), facet.word()));
            }
        }
        if (asked().containsKey(OVERRULED)) {
            chosen.add(without(OTHERWISE.getOrDefault(asked().get(OVERRULED), "All"), OVERRULED));
        }
        if (asked().containsKey(LIMIT)) {
            chosen.add(without(
                    "Decided by " + title(asked().get(LIMIT), found().nameOf(asked().get(LIMIT))) + agreeing(),
                    LIMIT,
                    AGREES));
        }
        return chosen;
    }

    private String agreeing() {
        List<String> limits = isAnswered()
                ? selection().agreeing().stream().map(Kind.FLOAT::text).toList()
                : List.of();
        return limits.isEmpty() ? "" : ", as a limit of " + String.join(" and one of ", limits) + " says";
    }

    private Link without(String label, String... names) {
        return Link.to(label, pageRequest.path() + query().without(names).text());
    }

    private TableQuery query() {
        return pageRequest.query().without(PAGE);
    }

    private Link number(int count, Map<String, String> asking) {
        String these = new TableQuery(asking).without(PAGE).text();
        return Link.to(count(count), count == 0 ? "" : pageRequest.path() + these + LIST);
    }

    private String label(Facet facet, String value) {
        if (facet != Facet.RULE) {
            return value;
        }
        return value.equals(Facet.NO_RULE) ? "failed by no rule" : title(value, found().nameOf(value));
    }

    /** The breakdowns, each with its rows. */
    public List<Group> groups() {
        return Arrays.stream(Facet.values())
                .map(facet -> new Group(
                        facet.word(),
                        "By " + facet.label().toLowerCase(java.util.Locale.ROOT),
                        selection().tallies(found(), facet).stream()
                                .map(tally -> row(facet, tally))
                                .toList()))
                .toList();
    }

    private Row row(Facet facet, Tally tally) {
        return new Row(
                label(facet, tally.key()),
                number(facet, tally, TallyNumber.DECIDED),
                number(facet, tally, TallyNumber.OVERRULED),
                share(tally).strip().replace("(", "").replace(")", ""),
                number(facet, tally, TallyNumber.PASSED),
                number(facet, tally, TallyNumber.FAILED),
                tally.waited().map(Elapsed::age).orElse("–"));
    }

    private Link number(Facet facet, Tally tally, TallyNumber number) {
        return number(number.of(tally), selection().counting(facet, tally.key(), number));
    }

    /** For each rule that decided something, which limit would have decided as people did. */
    public List<Fit> fits() {
        return selection().limits(found()).stream().map(this::fit).toList();
    }

    private Fit fit(FittingLimit limit) {
        DecisionSelection selection = selection();
        return new Fit(
                title(limit.metric(), limit.name()),
                bound(limit, limit.limit()),
                number(limit.decisions(), selection.counting(limit)),
                number(limit.agreeing(), selection.making(limit, limit.limit())),
                limit.isOther() ? bound(limit, limit.fitting()) : "the present one",
                number(limit.agreeingThen(), selection.making(limit, limit.fitting())));
    }

    private String bound(FittingLimit limit, double number) {
        return (limit.sign().equals("<") ? "at most " : "at least ")
                + limits().anyOf(limit.metric())
                        .map(one -> Quantity.with(Kind.FLOAT.text(number), one.unit()))
                        .orElseGet(() -> Kind.FLOAT.text(number));
    }

    private Thresholds limits() {
        return pages.reviews().thresholds();
    }

    /** What pages call a metric; of one that has no limit any more, what was recorded. */
    private String title(String metric, String recorded) {
        return limits().anyOf(metric).map(Threshold::title).orElse(recorded);
    }

    private int page() {
        String page = asked().getOrDefault(PAGE, "1");
        return page.matches("[1-9]\\d{0,5}") ? Integer.parseInt(page) : 1;
    }

    /** One page of the decisions, the latest first. */
    public List<Line> lines() {
        return found().rulings().stream()
                .skip((page() - 1L) * LISTED)
                .limit(LISTED)
                .map(this::line)
                .toList();
    }

    private Line line(Ruling ruling) {
        return new Line(
                Dates.minute(LocalDateTime.ofInstant(ruling.at(), ZoneOffset.UTC)),
                ruling.id(),
                href(ruling),
                ruling.kind().replace('_', ' ').replaceFirst("s$", ""),
                ruling.by(),
                said(ruling),
                ruling.passed() ? "pass" : "fail",
                ruling.ruled().word().isEmpty() ? "nothing" : ruling.ruled().word(),
                ruling.ruled().word().isEmpty() ? "idle" : ruling.ruled().word().equals("pass") ? "pass" : "fail",
                ruling.overruled(),
                ruling.ruled().missed().stream()
                        .map(rule -> title(rule.metric(), rule.name()))
                        .collect(Collectors.joining(", ")),
                ruling.comment(),
                ruling.waited().map(Elapsed::age).orElse("–"));
    }

    private static String said(Ruling ruling) {
        Optional<String> useable = ruling.useable().map(word -> word.equals("yes") ? "useable" : "not useable");
        return ruling.reviewed()
                .map(word -> useable.map(use -> word + ", " + use).orElse(word))
                .or(() -> useable)
                .orElse("");
    }

    private static String href(Ruling ruling) {
        return ruling.kind().equals("samples")
                ? Address.of("/sample/", ruling.id())
                : Address.of(
                        "/run/",
                        ruling.id().replaceFirst(ruling.kind().equals("lanes") ? "_[^_]*$" : "_\\d+(_[^_]*)?$", ""));
    }

    /** Where the later and earlier decisions are. */
    public List<Link> turns() {
        List<Link> turns = new ArrayList<>();
        if (page() > 1) {
            turns.add(Link.to(
                    "Later",
                    pageRequest.path()
                            + query().with(PAGE, String.valueOf(page() - 1)).text()
                            + LIST));
        }
        if (found().rulings().size() > page() * LISTED) {
            turns.add(Link.to(
                    "Earlier",
                    pageRequest.path()
                            + query().with(PAGE, String.valueOf(page() + 1)).text()
                            + LIST));
        }
        return turns;
    }

    public int total() {
        return found().rulings().size();
    }

    /** Where all of these are as a file. */
    public String file() {
        return "/ui/reviews" + query().text();
    }

    /** What is asked for and is not a field of the form. */
    public List<Link> hidden() {
        List<String> fields = new ArrayList<>(List.of(OVERRULED, LIMIT, AGREES));
        Arrays.stream(Facet.values()).map(Facet::word).forEach(fields::add);
        return fields.stream()
                .filter(asked()::containsKey)
                .map(field -> Link.to(field, asked().get(field)))
                .toList();
    }
}
