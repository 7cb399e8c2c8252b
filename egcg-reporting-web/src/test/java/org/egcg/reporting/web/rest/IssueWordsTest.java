package org.egcg.reporting.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;
import org.egcg.reporting.json.JsonReader;
import org.junit.jupiter.api.Test;

class IssueWordsTest {

    private static BsonDocument issues(String json) {
        return JsonReader.read(json).asDocument();
    }

    @Test
    void eachIssueHasItsPlaceAndTheFormThatIsExpected() {
        assertThat(IssueWords.of(issues("""
                {"lane": "must be of integer type", "files": {"1": {"date": "must be of datetime type"}},
                 "x": ["unknown field", "null value not allowed"]}"""))).isEqualTo("""
                lane: must be of integer type; expected a whole number of 64 bits such as 12. \
                files.1.date: must be of datetime type; expected dd_mm_yyyy_HH:MM:SS, yyyy-mm-dd, or \
                yyyy-mm-ddTHH:MM:SS with or without a zone such as Z or +01:00. \
                x: unknown field. x: null value not allowed; expected a value""");
    }

    @Test
    void ofSeveralDocumentsEachIsNamedByItsPosition() {
        assertThat(IssueWords.ofAll(List.of(Optional.empty(), Optional.of(issues("{\"a\": \"required field\"}")))))
                .isEqualTo("[1].a: required field");
    }

    @Test
    void manyIssuesAreCounted() {
        List<Optional<BsonDocument>> many = Collections.nCopies(25, Optional.of(issues("{\"a\": \"required field\"}")));
        assertThat(IssueWords.ofAll(many)).endsWith("And 5 more, see _issues");
    }
}
