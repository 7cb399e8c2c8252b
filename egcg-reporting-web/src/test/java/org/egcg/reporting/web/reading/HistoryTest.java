package org.egcg.reporting.web.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.bson.BsonDocument;
import org.bson.BsonString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoryTest {

    private static final BsonDocument STEP =
            BsonDocument.parse("{\"name\": \"Read and Eval SSQC\", \"date\": \"Oct 05 2026\", \"process_id\": 1234}");

    @ParameterizedTest
    @CsvSource({
        "complete, '', work-complete",
        "progress, In Progress, work-details",
        "queued, Queued, queue",
    })
    void eachStepLeadsToThePageOfClarityThatShowsIt(String type, String badge, String page) {
        History.Step step =
                History.step(STEP.clone().append("type", new BsonString(type)), "https://clarity.example.org");
        assertThat(step.badge()).isEqualTo(badge);
        assertThat(step.href()).isEqualTo("https://clarity.example.org/clarity/" + page + "/1234");
    }

    @Test
    void withoutAnAddressOfClarityThereIsNoLink() {
        assertThat(History.step(STEP, "").href()).isEmpty();
        assertThat(History.step(STEP, "").name()).isEqualTo("Read and Eval SSQC");
    }
}
