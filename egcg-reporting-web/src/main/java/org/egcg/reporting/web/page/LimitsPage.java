package org.egcg.reporting.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonDouble;
import org.bson.BsonNumber;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.review.Limit;
import org.egcg.reporting.review.Subject;
import org.egcg.reporting.review.Threshold;
import org.egcg.reporting.review.Thresholds;
import org.egcg.reporting.review.WhatIf;
import org.egcg.reporting.web.browser.PageRequest;
import org.egcg.reporting.web.failure.Sentences;
import org.egcg.reporting.web.reading.JudgedLately;
import org.egcg.reporting.web.reading.PageSettings;
import org.egcg.reporting.web.route.Address;
import org.egcg.reporting.web.table.Misread;
import org.egcg.reporting.web.table.Quantity;
import org.egcg.reporting.web.table.Verdicts;
import org.egcg.reporting.yaml.Section;

/** The limits in force, how what came lately stands to them, and what another number would change. It saves nothing. */
@Named("limits")
@RequestScoped
public class LimitsPage implements Page {

    private static final int SHOWN_OF_VERSION = 12;
    private static final String LIMIT = "limit";

    @Inject
    private PageRequest pageRequest;

    /** In which order it is said how many came to which verdict. */
    private static final List<String> STYLES = List.of("fail", "warn", "pass", "idle");

    @Inject
    private PageSettings pages;

    @Inject
    private JudgedLately lately;

    private final Map<Subject, WhatIf> counted = new EnumMap<>(Subject.class);
    private Map<Subject, List<LimitRow>> rows;
    private Optional<WhatIf> outcome;
    private String failure = "";
    private String wrong = "";

    @Override
    public String title() {
        return "Limits";
    }

    @Override
    public String menu() {
        return "Limits";
    }

    @Override
    public List<Link> crumbs() {
        return List.of();
    }

    @Override
    public List<Fact> facts() {
        Fact version = Fact.of("Version", thresholds().version().substring(0, SHOWN_OF_VERSION));
        return failure().isEmpty()
                ? List.of(version, Fact.of("Counted over", JudgedLately.DAYS + " days"))
                : List.of(version);
    }

    private Thresholds thresholds() {
        return pages.reviews().thresholds();
    }

    /** A sentence if the store does not answer; else empty text. */
    public String failure() {
        groups();
        return failure;
    }

    /** How many came to a verdict, with the look of it. */
    public record Tally(String words, String style) {}

    /**
     * The limits of one subject.
     *
     * @param title what is judged by them
     * @param counted how many were counted, in words; empty text if they are not counted
     * @param verdicts how they came out
     */
    public record Group(String title, String key, List<LimitRow> rows, String counted, List<Tally> verdicts) {

        /** The file that all of them stand in; empty text if they stand in several. */
        public String file() {
            List<String> files = rows.stream().map(LimitRow::file).distinct().toList();
            return files.size() == 1 ? files.get(0) : "";
        }

        /** Whether there is something that stands to them, and known how, so that another limit can be tried. */
        public boolean judged() {
            return !verdicts.isEmpty();
        }

        /** What trying another limit does, and what a dash means. */
        public String tried() {
            String things = title.toLowerCase(Locale.ROOT);
            return "What if: enter another limit and press Enter, to see the " + things + " of the last "
                    + JudgedLately.DAYS + " days that would come out differently; nothing is saved."
                    + (rows.stream().anyMatch(LimitRow::idle) ? " “–”: no such " + things + " in these days." : "");
        }
    }

    public List<Group> groups() {
        List<Group> groups = new ArrayList<>();
        rows().forEach((subject, limits) -> {
            if (!limits.isEmpty()) {
                groups.add(new Group(title(subject), subject.group(), limits, counted(subject), verdicts(subject)));
            }
        });
        return groups;
    }

    private static String title(Subject subject) {
        return switch (subject) {
            case LANE -> "Lanes";
            case RUN_ELEMENT -> "Run elements";
            case SAMPLE -> "Samples";
            case RAPID -> "Rapid analyses";
        };
    }

    private String counted(Subject subject) {
        WhatIf counts = counted.get(subject);
        if (counts == null) {
            return "";
        }
        return counts.documents() == 0
                ? "no " + subject.resource() + " in the last " + JudgedLately.DAYS + " days"
                : Quantity.count(counts.documents()) + " " + subject.resource();
    }

    private List<Tally> verdicts(Subject subject) {
        List<Tally> verdicts = new ArrayList<>();
        if (counted.containsKey(subject)) {
            counted.get(subject)
                    .verdicts()
                    .forEach((word, number) ->
                            verdicts.add(new Tally(Quantity.count(number) + " " + word, Verdicts.style(word))));
            verdicts.sort(Comparator.comparing(verdict -> STYLES.indexOf(verdict.style())));
        }
        return verdicts;
    }

    private Map<Subject, List<LimitRow>> rows() {
        if (rows == null) {
            rows = new EnumMap<>(Subject.class);
            count(Subject.LANE);
            count(Subject.SAMPLE);
            int number = 0;
            for (Subject subject : Subject.values()) {
                List<LimitRow> limits = new ArrayList<>();
                for (List<Threshold> metric : thresholds().of(subject).values()) {
                    for (Threshold threshold : metric) {
                        limits.add(row(subject, number++, threshold, limits));
                    }
                }
                rows.put(subject, limits);
            }
        }
        return rows;
    }

    private LimitRow row(Subject subject, int number, Threshold threshold, List<LimitRow> before) {
        boolean first = before.isEmpty()
                || !before.get(before.size() - 1).threshold().metric().equals(threshold.metric());
        return new LimitRow(
                subject,
                number,
                threshold,
                file(subject, threshold),
                counted.containsKey(subject) ? counted.get(subject).counts(threshold) : Map.of(),
                first);
    }

    private void count(Subject subject) {
        try {
            WhatIf counts = asked(subject)
                    .map(others -> lately.compared(subject, others))
                    .orElseGet(() -> lately.counted(subject));
            counted.put(subject, counts);
        } catch (Unavailable away) {
            failure = Sentences.away(away.dependency());
        }
    }

    /** The file's name alone: where it lies is nothing for a page. */
    private String file(Subject subject, Threshold threshold) {
        Section file = pages.section(Thresholds.FILE);
        Section group = file.section(subject.group());
        if (subject == Subject.SAMPLE) {
            group = group.keys().stream()
                    .map(group::section)
                    .filter(species -> species.has(threshold.metric()))
                    .findFirst()
                    .orElse(group);
        }
        Section entry = group.section(threshold.metric());
        String source = entry.has("cases") && !threshold.when().words().isEmpty()
                ? entry.fileOf("cases")
                : entry.has("value") ? entry.fileOf("value") : group.fileOf(threshold.metric());
        return String.valueOf(Path.of(source).getFileName());
    }

    private Optional<String> given(String name) {
        return Optional.ofNullable(pageRequest.query().parameters().get(name))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    @Override
    public Optional<Set<String>> words() {
        return Optional.of(Set.of(LIMIT, "value", "warn"));
    }

    @Override
    public List<Misread> misread() {
        return pageRequest
                .query()
                .misread(LIMIT, number -> chosen().isPresent(), "is no limit, so those in force are shown alone")
                .stream()
                .toList();
    }

    /** The limit that the address asks about. */
    private Optional<Threshold> chosen() {
        return given(LIMIT).filter(text -> text.matches("[0-9]{1,5}")).flatMap(text -> {
            int number = Integer.parseInt(text);
            int before = 0;
            for (Subject subject : Subject.values()) {
                for (List<Threshold> metric : thresholds().of(subject).values()) {
                    for (Threshold threshold : metric) {
                        if (before++ == number) {
                            return Optional.of(threshold);
                        }
                    }
                }
            }
            return Optional.empty();
        });
    }

    /** The limits with the number that the address asks about, if they are limits of the subject. */
    private Optional<Thresholds> asked(Subject subject) {
        return chosen().filter(
                        one -> thresholds().of(subject).values().stream().anyMatch(metric -> metric.contains(one)))
                .flatMap(this::otherwise)
                .map(changed -> thresholds().replacing(chosen().orElseThrow(), changed));
    }

    private Optional<Threshold> otherwise(Threshold one) {
        try {
            Limit limit = given("value").map(LimitsPage::number).map(Limit::of).orElse(one.limit());
            Optional<BsonNumber> warning = given("warn").map(LimitsPage::number).or(one::warning);
            Threshold other = one.with(limit, warning);
            if (other.warnsBeyondFailing()) {
                wrong = "The warning lies beyond the limit, so it would never show.";
                return Optional.empty();
            }
            return Optional.of(other);
        } catch (NumberFormatException text) {
            wrong = "A limit is a number.";
            return Optional.empty();
        }
    }

    private static BsonNumber number(String text) {
        double number = Double.parseDouble(text);
        if (!Double.isFinite(number)) {
            throw new NumberFormatException(text);
        }
        return new BsonDouble(number);
    }

    /** What is wrong with the number that was asked about; empty text if nothing is. */
    public String wrong() {
        rows();
        boolean unknown = given(LIMIT).isPresent() && chosen().isEmpty();
        return unknown ? "There is no such limit." : wrong;
    }

    /** What would change; empty if nothing was asked. */
    private Optional<WhatIf> outcome() {
        if (outcome == null) {
            rows();
            outcome = counted.entrySet().stream()
                    .filter(one -> chosen().isPresent()
                            && wrong.isEmpty()
                            && asked(one.getKey()).isPresent())
                    .map(Map.Entry::getValue)
                    .findFirst();
        }
        return outcome;
    }

    public boolean isAsked() {
        return outcome().isPresent();
    }

    /** The question in words. */
    public String question() {
        Threshold one = chosen().orElseThrow();
        String when = one.when().words();
        return "What if " + one.title() + (when.isEmpty() ? "" : " (" + when + ")")
                + given("value")
                        .map(number -> " failed at " + Quantity.with(number, one.unit()))
                        .orElse("")
                + (given("value").isPresent() && given("warn").isPresent() ? " and" : "")
                + given("warn")
                        .map(number -> " warned at " + Quantity.with(number, one.unit()))
                        .orElse("")
                + "?";
    }

    /** How many would change, in words. */
    public List<String> changed() {
        List<String> changed = new ArrayList<>();
        outcome().orElseThrow().changed().forEach((how, many) -> changed.add(Quantity.count(many) + " " + how));
        return changed;
    }

    /** One that would change, with where it is shown. */
    public record Changed(String id, String href, String before, String after, String reasons) {}

    public List<Changed> changes() {
        return outcome().orElseThrow().changes().stream()
                .map(one -> new Changed(
                        one.id(), href(one.id()), one.before(), one.after(), String.join(", ", one.reasons())))
                .toList();
    }

    /** A sample's page, or that of a lane's run. */
    private String href(String id) {
        boolean sample = thresholds().of(Subject.SAMPLE).values().stream()
                .anyMatch(metric -> metric.contains(chosen().orElseThrow()));
        return sample ? Address.of("/sample/", id) : Address.of("/run/", id.replaceFirst("_[^_]*$", ""));
    }

    /** The number that the address asks about, to be shown again; empty text of all others. */
    public String asked(LimitRow row, String name) {
        boolean here = given(LIMIT).filter(String.valueOf(row.number())::equals).isPresent();
        return here ? given(name).orElse("") : "";
    }
}
