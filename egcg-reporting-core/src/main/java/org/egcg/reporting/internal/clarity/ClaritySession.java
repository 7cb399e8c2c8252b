package org.egcg.reporting.internal.clarity;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.egcg.reporting.error.ReportingException.AccountRefused;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.internal.xml.XmlElement;
import org.egcg.reporting.internal.xml.XmlNode;

/**
 * What Clarity is asked under one account. Whatever it answers but what is specified, or no answer in time, is
 * {@link Unavailable} with dependency {@code clarity}. For one thread.
 */
public final class ClaritySession {

    private static final Set<Integer> DONE = Set.of(200, 201, 202);

    private final ClaritySettings settings;
    private final Calls calls;
    private final Batches batches;

    ClaritySession(ClaritySettings settings, Calls calls) {
        this.settings = settings;
        this.calls = calls;
        this.batches = new Batches(calls);
    }

    /**
     * Shows the account to Clarity.
     *
     * @throws AccountRefused if Clarity does not accept it
     */
    public void login() {
        clarity(() -> {
            try {
                return calls.get("api/v2");
            } catch (ClarityRefusal refused) {
                if (refused.ofTheAccount()) {
                    throw new AccountRefused("Authentication in the LIMS (" + settings.baseuri() + ") failed");
                }
                throw refused;
            }
        });
    }

    /** The stage of this name in the workflow of that name; empty unless there is exactly one of each. */
    public Optional<ClarityStage> stage(String workflow, String name) {
        return clarity(() -> {
            String query = "api/v2/configuration/workflows?" + SampleSearch.query(List.of(workflow));
            return only(batches.listed(query, "workflow"))
                    .map(link -> calls.get(link).child("stages").stream()
                            .flatMap(stages -> stages.children("stage").stream())
                            .filter(stage -> name.equals(stage.required("name")))
                            .map(stage -> stage.required("uri"))
                            .toList())
                    .flatMap(ClaritySession::only)
                    .map(link -> new ClarityStage(name, link, step(calls.get(link))));
        });
    }

    private static <T> Optional<T> only(List<T> list) {
        return list.size() == 1 ? Optional.of(list.get(0)) : Optional.empty();
    }

    private static String step(XmlElement stage) {
        return stage.child("step")
                .map(step -> step.required("uri"))
                .orElseThrow(() -> new Malformed("a stage without a step"));
    }

    /** What waits before a stage, in the queue's order. */
    public List<ClarityArtifact> queue(ClarityStage stage) {
        return clarity(() -> batches.artifacts(batches.listed("api/v2/queues/" + stage.queue(), "artifact")));
    }

    /** One artifact as Clarity has it now. */
    public ClarityArtifact artifact(String link) {
        return clarity(() -> Batches.artifact(calls.get(link)));
    }

    /**
     * The samples of these names; each name is tried in up to three spellings ({@code x__A_01}, {@code x__A:01},
     * {@code x _A:01}). If Clarity refuses to search, nothing is found.
     */
    public FoundSamples samples(Collection<String> names) {
        return clarity(() -> {
            try {
                return new SampleSearch(batches).named(names);
            } catch (ClarityRefusal refused) {
                return FoundSamples.NOTHING;
            }
        });
    }

    /** The samples of these names as {@link #sample} finds them one by one, in as few calls as Clarity allows. */
    public Map<String, ClaritySample> known(Collection<String> names) {
        return clarity(() -> new SampleSearch(batches).named(names).samples());
    }

    /** The sample of this name, tried in up to three spellings; empty unless exactly one answers. */
    public Optional<ClaritySample> sample(String name) {
        return clarity(() -> {
            List<String> links = List.of();
            String asked = "";
            for (Spelling spelling : Spelling.values()) {
                String spelt = spelling.of(name);
                if (links.isEmpty() && !spelt.equals(asked)) {
                    links = batches.listed("api/v2/samples?" + SampleSearch.query(List.of(spelt)), "sample");
                    asked = spelt;
                }
            }
            return only(links).map(link -> Batches.sample(calls.get(link)));
        });
    }

    /** Puts artifacts into the queue of a stage. */
    public void route(ClarityStage stage, List<String> artifacts) {
        XmlNode assign = XmlNode.of("assign").attribute("stage-uri", stage.uri());
        artifacts.forEach(link -> assign.with(XmlNode.of("artifact").attribute("uri", link)));
        XmlNode routing = XmlNode.of("rt:routing")
                .attribute("xmlns:rt", "http://genologics.com/ri/routing")
                .with(assign);
        clarity(() -> calls.post("api/v2/route/artifacts", routing, Set.of(200)));
    }

    /**
     * Starts the step of a stage.
     *
     * @param routed whether some inputs have only just been routed: Clarity may need a moment, so that a refusal is
     *     then tried again a few times
     */
    public ClarityStep start(ClarityStage stage, List<StepInput> inputs, boolean routed) {
        return clarity(() -> {
            XmlNode creation = creation(stage, calls.get(stage.step()), inputs);
            return step(
                    creation,
                    routed
                            ? settings.patience().iterator()
                            : List.<Duration>of().iterator());
        });
    }

    private static XmlNode creation(ClarityStage stage, XmlElement configuration, List<StepInput> inputs) {
        XmlNode creation = XmlNode.of("stp:step-creation")
                .attribute("xmlns:stp", "http://genologics.com/ri/step")
                .with(XmlNode.of("configuration").attribute("uri", stage.step()).text(configuration.required("name")));
        configuration
                .child("permitted-containers")
                .flatMap(permitted -> only(permitted.children("container-type")))
                .ifPresent(type -> creation.with(XmlNode.of("container-type").text(type.text())));
        XmlNode into = XmlNode.of("inputs");
        inputs.forEach(input -> into.with(XmlNode.of("input")
                .attribute("uri", input.artifact())
                .attribute("replicates", Long.toString(input.replicates()))));
        return creation.with(into);
    }

    private ClarityStep step(XmlNode creation, Iterator<Duration> patience) {
        while (true) {
            try {
                return started(calls.post("api/v2/steps", creation, DONE));
            } catch (ClarityRefusal refused) {
                if (!refused.ofTheMoment() || !patience.hasNext()) {
                    throw refused;
                }
                pause(patience.next());
            }
        }
    }

    private static ClarityStep started(XmlElement step) {
        Map<String, String> programs = new HashMap<>();
        step.child("available-programs").ifPresent(available -> available
                .children("available-program")
                .forEach(program -> programs.put(program.required("name"), program.required("uri"))));
        return new ClarityStep(ClarityArtifact.id(step.required("uri")), programs);
    }

    private static void pause(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Unavailable("clarity", "Interrupted while waiting for the LIMS", stopped);
        }
    }

    /** Starts a program of a step. */
    public void run(String program) {
        clarity(() -> calls.post(program, DONE));
    }

    private static <T> T clarity(Supplier<T> question) {
        try {
            return question.get();
        } catch (ClarityRefusal refused) {
            throw refused.asFault();
        } catch (Malformed strange) {
            throw new Unavailable("clarity", "The LIMS answered " + strange.getMessage(), strange);
        }
    }
}
