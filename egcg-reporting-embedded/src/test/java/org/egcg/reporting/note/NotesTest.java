package org.egcg.reporting.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.BsonDocument;
import org.egcg.reporting.error.ReportingException.Conflict;
import org.egcg.reporting.error.ReportingException.Forbidden;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.error.ReportingException.NotFound;
import org.egcg.reporting.store.DocumentStore;
import org.egcg.reporting.store.MongoStore;
import org.egcg.reporting.testkit.TestStore;
import org.egcg.reporting.trail.Origin;
import org.egcg.reporting.trail.Trail;
import org.egcg.reporting.trail.TrailEntry;
import org.egcg.reporting.trail.TrailQuestion;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NotesTest {

    private final TestStore database = new TestStore();
    private final MongoStore store = database.connect();
    private final Trail trail = new Trail(store, Clock.systemUTC());
    private final Notes notes = new Notes(store, trail, Clock.systemUTC());

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

    @Test
    void everyWriteOfANoteIsInTheHistoryOfWhatItIsAbout() {
        Origin.command("ann", "api").during(() -> {
            Note note = notes.write("samples", "s1", "look", "ann");
            notes.edit(note.id(), "look again", "ann");
            return notes.delete(note.id(), "ann", false);
        });

        assertThat(history())
                .extracting(entry -> entry.origin().by() + " " + entry.change() + " " + text(entry.before()) + " to "
                        + text(entry.after()))
                .containsExactly(
                        "ann changed look again to nothing",
                        "ann changed look to look again",
                        "ann inserted no text to look");
        assertThat(history()).allMatch(entry -> entry.resource().equals("notes"));
    }

    private List<TrailEntry> history() {
        return trail.list(TrailQuestion.of(Map.of("resource", "notes", "name", "s1")), 10);
    }

    private static String text(BsonDocument fields) {
        return !fields.containsKey("text")
                ? "no text"
                : fields.getString("text").getValue().isEmpty()
                        ? "nothing"
                        : fields.getString("text").getValue();
    }

    @Test
    void whatIsRefusedIsNotInTheHistory() {
        Note note = notes.write("samples", "s1", "look", "ann");
        assertThatThrownBy(() -> notes.edit(note.id(), "other", "bob")).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> notes.edit(note.id(), " ", "ann")).isInstanceOf(Malformed.class);

        assertThat(history()).extracting(TrailEntry::change).containsExactly("inserted");
    }

    @Test
    void ofTwoWhoChangeANoteAtOnceOneIsRefused() {
        Note note = notes.write("samples", "s1", "look", "ann");
        Notes other = new Notes(overtaken(() -> notes.edit(note.id(), "first", "ann")), trail, Clock.systemUTC());

        assertThatThrownBy(() -> other.delete(note.id(), "ann", false)).isInstanceOf(Conflict.class);
        assertThat(notes.on("samples", List.of("s1"))).extracting(Note::text).containsExactly("first");
        assertThat(history()).extracting(TrailEntry::change).containsExactly("changed", "inserted");
    }

    @Test
    void aNoteThatHasNoVersionYetIsChangedAndGetsOne() throws Exception {
        BsonDocument old = BsonDocument.parse("""
                {"_id": {"$oid": "6b0ae601bccc3c992d5ab14a"}, "resource": "samples", "name": "s1", "text": "old",
                 "author": "ann", "written": {"$date": "2026-04-26T09:00:00Z"}}""");
        store.insert(Notes.COLLECTION, new ArrayList<>(List.of(old)));
        notes.edit(old.getObjectId("_id").getValue(), "new", "ann");
        notes.delete(old.getObjectId("_id").getValue(), "ann", false);

        assertThat(history())
                .extracting(entry -> text(entry.before()) + " to " + text(entry.after()))
                .containsExactly("new to nothing", "old to new");
    }

    /** The same store, in which something else happens before the first update. */
    private DocumentStore overtaken(Runnable faster) {
        AtomicBoolean done = new AtomicBoolean();
        return (DocumentStore) Proxy.newProxyInstance(
                DocumentStore.class.getClassLoader(),
                new Class<?>[] {DocumentStore.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("update") && done.compareAndSet(false, true)) {
                        faster.run();
                    }
                    return method.invoke(store, arguments);
                });
    }
}
