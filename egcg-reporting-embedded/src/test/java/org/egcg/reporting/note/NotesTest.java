package org.egcg.reporting.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.egcg.reporting.error.ReportingException.Forbidden;
import org.egcg.reporting.error.ReportingException.NotFound;
import org.egcg.reporting.store.MongoStore;
import org.egcg.reporting.testkit.TestStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NotesTest {

    private final TestStore database = new TestStore();
    private final MongoStore store = database.connect();
    private final Notes notes = new Notes(store, Clock.systemUTC());

    @AfterEach
    void close() {
        store.close();
        database.close();
    }

    @Test
    void whatWasWrittenSinceAMomentIsToldWithoutWhatWasDeleted() {
        Instant begin = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Note first = notes.write("samples", "s1", "first", "ann");
        notes.write("runs", "r1", "second", "bob");
        notes.delete(first.id(), "ann", false);

        assertThat(notes.since(begin)).extracting(Note::text).containsExactly("second");
        assertThat(notes.since(begin.plusSeconds(60))).isEmpty();
        assertThat(notes.on("samples", List.of("s1"))).singleElement().satisfies(gone -> assertThat(gone.deleted())
                .isPresent());
    }

    @Test
    void aNoteIsItsAuthorsUnlessAnAdministratorTakesItAway() {
        Note note = notes.write("samples", "s1", "look", "ann");
        assertThatThrownBy(() -> notes.edit(note.id(), "other", "bob")).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> notes.delete(note.id(), "bob", false)).isInstanceOf(Forbidden.class);
        assertThat(notes.delete(note.id(), "root", true).text()).isEmpty();
        assertThatThrownBy(() -> notes.edit(note.id(), "again", "ann")).isInstanceOf(NotFound.class);
    }
}
