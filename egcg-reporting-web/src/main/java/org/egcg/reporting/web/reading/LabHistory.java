package org.egcg.reporting.web.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.egcg.reporting.lims.SampleCourse;
import org.egcg.reporting.lims.request.Scope;

/** The ways of samples through the laboratory, of open projects and of the past. */
@ApplicationScoped
public class LabHistory {

    /** Of what is longer ago nothing is concluded for what is open now. */
    private static final int YEARS = 2;

    @Inject
    private Records records;

    /** Those of all open projects, and those of closed ones that were received in the last two years. */
    public List<SampleCourse> courses(LocalDate today) {
        List<SampleCourse> all = new ArrayList<>(records.courses(Scope.open()));
        all.addAll(records.courses(Scope.of(Scope.State.CLOSED).receivedAfter(today.minusYears(YEARS))));
        return all;
    }
}
