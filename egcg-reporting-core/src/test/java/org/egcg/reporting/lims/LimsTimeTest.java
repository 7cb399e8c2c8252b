package org.egcg.reporting.lims;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.Optional;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LimsTimeTest {

    @ParameterizedTest
    @CsvSource({
        "2018-02-01T00:00, 2018-02-01T00:00:00",
        "2018-02-01T10:30:07, 2018-02-01T10:30:07",
        "2018-02-02T20:00:00.5, 2018-02-02T20:00:00.500000",
        "2018-02-02T20:00:00.000001, 2018-02-02T20:00:00.000001",
        "2018-02-02T20:00:00.000000001, 2018-02-02T20:00:00"
    })
    void aMomentHasNoneOrSixDigitsOfAFraction(LocalDateTime moment, String text) {
        assertThat(LimsTime.text(moment)).isEqualTo(text);
    }

    @Test
    void aDayIsInEnglishWithTwoDigits() {
        assertThat(LimsTime.day(LocalDateTime.of(2018, 2, 1, 9, 0))).isEqualTo(new BsonString("Feb 01 2018"));
        assertThat(LimsTime.day(Entry.UNDATED)).isEqualTo(BsonNull.VALUE);
    }

    @Test
    void noMomentIsNull() {
        assertThat(LimsTime.json(Optional.empty())).isEqualTo(BsonNull.VALUE);
    }
}
