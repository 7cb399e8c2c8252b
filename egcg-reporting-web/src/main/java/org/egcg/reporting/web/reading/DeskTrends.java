package org.egcg.reporting.web.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.control.ControlChart;
import org.egcg.reporting.control.InstrumentState;
import org.egcg.reporting.review.Finding;
import org.egcg.reporting.review.Standing;
import org.egcg.reporting.web.chart.ChartWord;
import org.egcg.reporting.web.chart.Sparkline;
import org.egcg.reporting.web.desk.Trend;
import org.egcg.reporting.web.route.Address;

/** How the instrument of a run went lately, for what does not simply pass. */
@ApplicationScoped
public class DeskTrends {

    private static final Set<Standing> STANDING_OUT = Set.of(Standing.FAIL, Standing.WARN);

    @Inject
    private ControlReading reading;

    @Inject
    private Reporting reporting;

    /**
     * Trends by the metrics of the findings; charts are asked for only if something fails or is marked.
     *
     * @param run whose name says the instrument, or does not
     */
    Map<String, Trend> of(String run, Collection<Finding> findings) {
        Set<String> metrics = findings.stream()
                .filter(finding -> STANDING_OUT.contains(finding.standing()))
                .map(finding -> finding.threshold().metric())
                .collect(Collectors.toSet());
        Optional<String> instrument = reporting.runIds().read(run).instrument();
        if (metrics.isEmpty() || instrument.isEmpty()) {
            return Map.of();
        }
        return reading.lately().instrument(instrument.get()).stream()
                .map(InstrumentState::charts)
                .flatMap(Collection::stream)
                .filter(chart -> metrics.contains(chart.metric().path()))
                .collect(Collectors.toMap(chart -> chart.metric().path(), this::trend, (first, other) -> first));
    }

    private Trend trend(ControlChart chart) {
        return new Trend(
                chart.instrument(),
                Address.of("/instruments/", chart.instrument()) + "?metric="
                        + chart.metric().key(),
                chart.state().label(),
                ChartWord.style(chart.state()),
                Sparkline.of(chart, reading.recent()));
    }
}
