package org.egcg.reporting.web.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanTest {

    @ParameterizedTest
    @CsvSource({
        "WEEK,2018-06-22,2018-06-18,Week 25 2018",
        "WEEK,2017-12-31,2017-12-25,Week 52 2017",
        "WEEK,2018-12-31,2018-12-31,Week 1 2019",
        "WEEK,2016-01-03,2015-12-28,Week 53 2015",
        "MONTH,2018-06-22,2018-06-01,Jun 2018",
        "QUARTER,2018-06-30,2018-04-01,Q2 2018",
        "QUARTER,2018-01-01,2018-01-01,Q1 2018",
        "QUARTER,2018-12-31,2018-10-01,Q4 2018"
    })
    void aDayIsInASpanWithAName(CalendarInterval span, LocalDate day, LocalDate start, String name) {
        assertThat(span.start(day)).isEqualTo(start);
        assertThat(span.text(start)).isEqualTo(name);
    }
}
