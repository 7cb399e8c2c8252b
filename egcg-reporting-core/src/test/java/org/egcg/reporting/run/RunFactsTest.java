package org.egcg.reporting.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;

class RunFactsTest {

    private static final RunIds IDS = RunIds.ofMakers();

    private static RunFacts facts(String id, String stored, String lims) {
        return RunFacts.of(
                IDS.read(id),
                Optional.ofNullable(stored).map(BsonDocument::parse),
                Optional.ofNullable(lims).map(BsonDocument::parse),
                ZoneOffset.UTC);
    }

    @Test
    void theNameSaysWhenARunWasStartedWhateverWasPostedWhen() {
        String stored = "{_created: {$date: '2026-11-20T08:00:00Z'}}";
        assertThat(facts("20240918_LH00777_0003_B22ZZZDLT1", stored, null).date()).contains(LocalDate.of(2024, 9, 18));
        assertThat(facts("our-run-7", stored, null).date()).contains(LocalDate.of(2026, 11, 20));
        assertThat(facts("our-run-7", null, "{created_date: '2026-10-01T09:30:00'}").date())
                .contains(LocalDate.of(2026, 10, 1));
        assertThat(facts("our-run-7", null, "{created_date: null}").date()).isEmpty();
    }

    @Test
    void aDocumentsDayIsThatOfTheFacility() {
        BsonDocument late = BsonDocument.parse("{at: {$date: '2026-11-20T23:30:00Z'}}");
        assertThat(RunFacts.day(late.get("at"), ZoneId.of("Europe/Berlin"))).contains(LocalDate.of(2026, 11, 21));
        assertThat(RunFacts.day(late.get("other"), ZoneOffset.UTC)).isEmpty();
    }

    @Test
    void theNewestRunIsTheOneThatWasStartedLast() {
        assertThat(Stream.of(
                                "211203_A01234_0100_AHXXXXDSX2",
                                "our-run-7",
                                "20210704_LH00777_0001_A22AAADLT3",
                                "20260102_LH00777_0009_A22BBBDLT3",
                                "260101_A01234_0300_AHYYYYDSX2")
                        .map(id -> facts(id, "{}", null))
                        .sorted(RunFacts.NEWEST_FIRST)
                        .map(run -> run.id().text()))
                .containsExactly(
                        "20260102_LH00777_0009_A22BBBDLT3",
                        "260101_A01234_0300_AHYYYYDSX2",
                        "211203_A01234_0100_AHXXXXDSX2",
                        "20210704_LH00777_0001_A22AAADLT3",
                        "our-run-7");
    }

    @Test
    void tablesShowWhatIsKnown() {
        RunFacts facts = facts(
                "230825_M04034_0043_000000000-L6NVV",
                "{aggregated: {most_recent_proc: {status: 'finished'}, useable_statuses: ['yes', 'no']}}",
                "{run_status: 'RunCompleted'}");
        assertThat(facts.isDecided()).isTrue();
        assertThat(facts.document(instrument -> Optional.of("MiSeq").filter(model -> instrument.startsWith("M"))))
                .isEqualTo(BsonDocument.parse("""
                        {date: '2023-08-25', instrument: 'M04034', model: 'MiSeq', number: {$numberLong: '43'},
                         flow_cell: 'L6NVV', state: 'reviewed'}"""));
    }
}
