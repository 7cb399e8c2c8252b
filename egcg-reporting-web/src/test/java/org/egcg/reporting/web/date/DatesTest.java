package org.egcg.reporting.web.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatesTest {

    private static final LocalDate DAY = LocalDate.of(2027, 9, 3);
    private static final LocalDateTime MOMENT = DAY.atTime(7, 4, 9);

    @Test
    void tablesHaveFigures() {
        assertThat(Dates.figures(DAY)).isEqualTo("2027-09-03");
        assertThat(Dates.figures(MOMENT)).isEqualTo("2027-09-03 07:04:09");
    }

    @Test
    void sentencesHaveWordsWhateverTheLanguageOfTheServer() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(Dates.day(DAY)).isEqualTo("3 Sep 2027");
            assertThat(Dates.minute(MOMENT)).isEqualTo("3 Sep 2027 07:04");
            assertThat(Dates.second(MOMENT)).isEqualTo("3 Sep 2027 07:04:09");
            assertThat(Dates.weekday(MOMENT)).isEqualTo("Friday 3 Sep 2027 07:04");
            assertThat(Dates.weekday(MOMENT.toLocalDate())).isEqualTo("Friday 3 Sep 2027");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void anAxisLeavesOutWhatIsKnown() {
        assertThat(Dates.month(DAY)).isEqualTo("Sep 2027");
        assertThat(Dates.dayOfYear(DAY)).isEqualTo("3 Sep");
        assertThat(Dates.clock(MOMENT)).isEqualTo("07:04");
        assertThat(Dates.clockSecond(MOMENT)).isEqualTo("07:04:09");
    }

    @ParameterizedTest
    @CsvSource({
        "2027-09-03, 3 Sep 2027",
        "2027-09-03 07:04:09, 3 Sep 2027 07:04",
        "2027-13-03, 2027-13-03",
        "soon, soon",
        "not before 2027, not before 2027"
    })
    void figuresBecomeWordsAndOtherTextStays(String figures, String words) {
        assertThat(Dates.words(figures)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"Sep 03 2027, 3 Sep 2027", "2027-09-03, 2027-09-03", "unknown, unknown"})
    void theDaysOfTheLimsAreWrittenLikeAllOthers(String text, String words) {
        assertThat(Dates.limsDay(text)).isEqualTo(words);
    }
}
