package org.egcg.reporting.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleKindsTest {

    private static final SampleKinds KINDS =
            SampleKinds.of(Map.of("negative", "(?i)ntc.*|.*-blank", "positive", "NA12878.*", "phix", "(?i)phix.*"));

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            NTC-4711, -, NEGATIVE
            plate3-blank, -, NEGATIVE
            NA12878_rep2, -, POSITIVE
            PhiX_v3, -, PHIX
            X0017P003C02, -, SAMPLE
            my-NTC-1, -, SAMPLE
            X0017P003C02, Negative, NEGATIVE
            NTC-4711, positive, POSITIVE
            NTC-4711, something else, NEGATIVE
            """)
    void aControlIsKnownByItsFieldElseByItsId(String id, String control, SampleKind kind) {
        BsonDocument document = new BsonDocument("sample_id", new BsonString(id));
        if (control != null) {
            document.append("control", new BsonString(control));
        }
        assertThat(KINDS.of(document)).isEqualTo(kind);
        assertThat(kind.isControl()).isEqualTo(kind != SampleKind.SAMPLE);
    }

    @Test
    void withoutPatternsTheFieldAloneTells() {
        assertThat(SampleKinds.byField().ofId("NTC-4711")).isEqualTo(SampleKind.SAMPLE);
        assertThat(SampleKinds.byField().of(new BsonDocument())).isEqualTo(SampleKind.SAMPLE);
    }

    @Test
    void aKindThatThereIsNoneOfIsRefused() {
        assertThatThrownBy(() -> SampleKinds.of(Map.of("sample", ".*")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("sample: must be negative, positive or phix");
        assertThatThrownBy(() -> SampleKinds.of(Map.of("phix", "(")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("phix: is no regular expression");
    }
}
