package org.egcg.reporting.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.bson.BsonDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EveDateTest {

    @ParameterizedTest
    @CsvSource({
        "01_02_2019_10:11:12, 2019-02-01T10:11:12Z, 01_02_2019_10:11:12",
        "1_2_2019_3:4:5, 2019-02-01T03:04:05Z, 01_02_2019_03:04:05",
        "29_02_2020_00:00:00, 2020-02-29T00:00:00Z, 29_02_2020_00:00:00",
        "31_12_9999_23:59:59, 9999-12-31T23:59:59Z, 31_12_9999_23:59:59",
        "01_01_0001_00:00:00, 0001-01-01T00:00:00Z, 01_01_1_00:00:00"
    })
    void aDateIsReadAndWritten(String text, Instant moment, String written) {
        BsonDateTime date = EveDate.parse(text).orElseThrow();
        assertThat(date).isEqualTo(new BsonDateTime(moment.toEpochMilli()));
        assertThat(EveDate.format(date)).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "29_02_2019_00:00:00",
                "32_01_2019_00:00:00",
                "01_02_19_10:11:12",
                "01_02_2019_24:00:00",
                "01_02_2019_10:11:60",
                "01_02_2019_10:11:12Z",
                "01_02_2019_10:11",
                " 01_02_2019_10:11:12",
                "01_02_0000_10:11:12",
                "2019-02-01",
                "Fri, 01 Feb 2019 10:11:12 GMT",
                ""
            })
    void whatIsNoDateOfTheCalendarIsNone(String text) {
        assertThat(EveDate.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"999, 01_01_1970_00:00:00", "-1, 31_12_1969_23:59:59"})
    void fractionsOfASecondAreCutOff(long millis, String written) {
        assertThat(EveDate.format(new BsonDateTime(millis))).isEqualTo(written);
    }
}
