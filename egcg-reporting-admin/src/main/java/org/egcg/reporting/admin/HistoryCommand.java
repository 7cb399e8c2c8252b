package org.egcg.reporting.admin;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.config.ReportingConfig;
import org.egcg.reporting.trail.Trail;
import org.egcg.reporting.trail.TrailEntry;
import org.egcg.reporting.trail.TrailQuestion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Who has changed which document: lists it, says how far it reaches, and forgets what is old. */
@Command(
        name = "history",
        mixinStandardHelpOptions = true,
        description = "Lists who has changed which document, says since when that is kept, and forgets what is old.")
final class HistoryCommand implements Runnable {

    private static final int BLOCK = 1000;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ConfigurationChoice configuration;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "say list, kept or forget");
    }

    /** Which entries, by the same names as in the API. */
    static final class Filters {
        @Option(names = "--by", paramLabel = "<user>", description = "Only of this user.")
        private String by = "";

        @Option(
                names = "--resource",
                paramLabel = "<resource>",
                description = "Only of this resource, such as samples.")
        private String resource = "";

        @Option(names = "--name", paramLabel = "<id>", description = "Only of the document of this id.")
        private String name = "";

        @Option(names = "--field", paramLabel = "<field>", description = "Only where this field was changed.")
        private String field = "";

        @Option(names = "--from", paramLabel = "<day>", description = "Since a day or a moment, in UTC.")
        private String from = "";

        @Option(names = "--to", paramLabel = "<day>", description = "Before a day or a moment, in UTC.")
        private String to = "";

        TrailQuestion question() {
            Map<String, String> arguments = new HashMap<>();
            arguments.put("by", by);
            arguments.put("resource", resource);
            arguments.put("name", name);
            arguments.put("field", field);
            arguments.put("from", from);
            arguments.put("to", to);
            return TrailQuestion.of(arguments);
        }
    }

    @Command(description = "Lists entries, the latest first, a line each.")
    int list(
            @Mixin Filters filters,
            @Option(
                            names = {"-n", "--most"},
                            defaultValue = "25",
                            description = "So many at most; ${DEFAULT-VALUE} if absent.")
                    int most) {
        if (most < 1) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--most must be 1 or more");
        }
        TrailQuestion question = filters.question();
        try (Reporting reporting = Reporting.open(configuration.load())) {
            list(reporting.trail(), question, most);
        }
        return CommandLine.ExitCode.OK;
    }

    /** In blocks, so that a long list is not held in memory. */
    private void list(Trail trail, TrailQuestion question, int most) {
        TrailQuestion rest = question;
        int left = most;
        while (left > 0) {
            int asked = Math.min(BLOCK, left);
            List<TrailEntry> entries = trail.list(rest, asked);
            entries.forEach(entry -> say(line(entry)));
            left = entries.size() < asked ? 0 : left - asked;
            rest = entries.isEmpty()
                    ? rest
                    : question.olderThan(entries.get(entries.size() - 1).id());
        }
    }

    private static String line(TrailEntry entry) {
        return String.join(
                "\t",
                entry.at().toString(),
                entry.origin().by(),
                entry.origin().via(),
                entry.origin().action(),
                entry.resource(),
                entry.name(),
                entry.change(),
                String.join(",", entry.fields()),
                entry.origin().why().replaceAll("\\s+", " "));
    }

    @Command(description = "Says how many entries there are, since when, and how long the configuration keeps them.")
    int kept() {
        ReportingConfig config = configuration.load();
        try (Reporting reporting = Reporting.open(config)) {
            say(reporting.trail().size() + " entries"
                    + reporting.trail().oldest().map(first -> " since " + first).orElse(""));
        }
        int days = config.store().historyDays();
        say("service.history_days: " + (days == 0 ? "not set, they are kept for ever" : days + " days"));
        return CommandLine.ExitCode.OK;
    }

    @Command(
            description = {
                "Forgets entries that are older than some days, for good. That it was done is in the history.",
                "What was written by then can be neither told nor taken back any more."
            })
    int forget(
            @Parameters(paramLabel = "<days>", description = "1 or more") int days,
            @Option(names = "--dry-run", description = "Says how many, and forgets none.") boolean dryRun) {
        if (days < 1) {
            throw new CommandLine.ParameterException(spec.commandLine(), "days must be 1 or more");
        }
        Instant before = Instant.now().minus(Duration.ofDays(days));
        try (Reporting reporting = Reporting.open(configuration.load())) {
            long count = dryRun
                    ? reporting.trail().size(before)
                    : reporting.trail().forget(before, "older than " + days + " days");
            say(count + " entries before " + before + (dryRun ? " would be forgotten" : " are forgotten"));
        }
        return CommandLine.ExitCode.OK;
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
