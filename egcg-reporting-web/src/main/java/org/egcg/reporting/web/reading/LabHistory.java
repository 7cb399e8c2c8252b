package org.egcg.reporting.web.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.egcg.reporting.lims.SampleCourse;
import org.egcg.reporting.lims.request.Scope;

/** The ways of samples through the laboratory, of open projects and of the past. */
@ApplicationScoped
public class LabHistory {

    /** Of what is longer ago nothing is concluded for what is open now. */
    private static final int YEARS = 2;

    @Inject
    private Records records;

    /** Of samples of open projects, and of closed ones. */
    public record Courses(List<SampleCourse> open, List<SampleCourse> closed) {

        public List<SampleCourse> all() {
            return Stream.of(open, closed).flatMap(List::stream).toList();
        }
    }

    /** Those of all open projects, and those of closed ones that were received in the last two years. */
    public Courses courses(LocalDate today) {
        return new Courses(
                records.courses(Scope.open()),
                records.courses(Scope.of(Scope.State.CLOSED).receivedAfter(today.minusYears(YEARS))));
    }
}
