package org.egcg.reporting.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.egcg.reporting.json.JsonReader;
import org.junit.jupiter.api.Test;

class EntityTagTest {

    private static EntityTag tag(String members) {
        return EntityTag.of(
                JsonReader.read("{\"_etag\": \"e1\", " + members + "}").asDocument());
    }

    @Test
    void aDocumentThatShowsNothingOfOthersHasItsEtag() {
        assertThat(tag("\"run_id\": \"r\"").quoted()).isEqualTo("\"e1\"");
        assertThat(tag("\"aggregated\": {\"bases\": null, \"lanes\": [], \"cv\": 0, \"proc\": {\"x\": null}}")
                        .quoted())
                .isEqualTo("\"e1\"");
    }

    @Test
    void theTagFollowsWhatIsAddedUpAndOnlyThat() {
        EntityTag one = tag("\"aggregated\": {\"bases\": 1}");
        assertThat(one.text())
                .startsWith("e1-")
                .isNotEqualTo(tag("\"aggregated\": {\"bases\": 2}").text());
        assertThat(tag("\"x\": 5, \"aggregated\": {\"bases\": 1}")).isEqualTo(one);
        assertThat(one.isOfOneDocument()).isFalse();
    }

    @Test
    void theTagFollowsEmbeddedDocuments() {
        assertThat(tag("\"stages\": [{\"_etag\": \"a\", \"x\": 1}]").text())
                .isNotEqualTo(tag("\"stages\": [{\"_etag\": \"b\", \"x\": 1}]").text());
        assertThat(tag("\"files_delivered\": [{\"size\": 1}]").isOfOneDocument())
                .isTrue();
    }
}
