package org.egcg.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.egcg.reporting.security.Role;
import org.egcg.reporting.security.User;
import org.egcg.reporting.store.MongoStore;
import org.egcg.reporting.testkit.TestStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PersonalDocumentsTest {

    private final TestStore database = new TestStore();
    private final Reporting reporting = database.reporting();
    private final MongoStore store = database.connect();
    private final PersonalDocuments documents = reporting.personalDocuments();

    @AfterEach
    void close() {
        store.close();
        reporting.close();
        database.close();
    }

    private static BsonDocument document(String owner, String name) {
        return new BsonDocument("table", new BsonString("runs"))
                .append("owner", new BsonString(owner))
                .append("name", new BsonString(name))
                .append("query", new BsonString("?a=b"));
    }

    /** As versions before had them, under names. */
    private void keepAsBefore(String owner, String name) {
        store.put("saved_views", document(owner, name).append("_id", new BsonString("runs\n" + owner + "\n" + name)));
    }

    private List<BsonValue> namesOf(String owner) {
        return documents.of(owner).stream().map(found -> found.get("name")).toList();
    }

    @Test
    void aDocumentIsKeptOnceUnderItsTableOwnerAndName() {
        documents.keep(document("1", "mine"));
        documents.keep(document("1", "mine").append("query", new BsonString("?c=d")));
        documents.keep(document("2", "mine"));
        assertThat(documents.of("runs", List.of("1", ""))).singleElement().satisfies(found -> assertThat(
                        found.getString("query").getValue())
                .isEqualTo("?c=d"));
        documents.remove("runs", "1", "mine");
        assertThat(documents.of("1")).isEmpty();
        assertThat(documents.of("2")).hasSize(1);
        assertThatThrownBy(() -> documents.keep(new BsonDocument())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatTheVersionBeforeKeptGoesToTheAccountOfThatNameAndNeverToALaterOne() {
        keepAsBefore("ann", "view");
        keepAsBefore("gone", "view");
        keepAsBefore("", "view");
        documents.giveToAccounts(name -> name.equals("ann") ? Optional.of("id of ann") : Optional.empty());
        documents.giveToAccounts(name -> Optional.of("id of the next " + name));
        assertThat(documents.of("id of ann")).hasSize(1);
        assertThat(documents.of("id of the next gone")).isEmpty();
        assertThat(documents.of("id of the next ann")).isEmpty();
        assertThat(documents.of("ann")).isEmpty();
        assertThat(documents.of("")).hasSize(1);
    }

    @Test
    void allThatTheVersionBeforeKeptIsGivenHoweverMuchAndBrokenItIs() {
        for (int i = 0; i < 210; i++) {
            keepAsBefore("ann", "view " + i);
        }
        store.put("saved_views", new BsonDocument("_id", new BsonString("1")).append("owner", new BsonString("ann")));
        documents.giveToAccounts(name -> Optional.of("id of " + name));
        assertThat(documents.of("id of ann")).hasSize(210);
        assertThat(documents.of("runs", List.of("ann"))).isEmpty();
    }

    @Test
    void documentsGoWithTheirAccount() {
        reporting.users().add("zoe", "correct horse", Role.ADMIN);
        reporting.users().add("ann", "correct horse", Role.EDITOR);
        User ann = reporting.users().named("ann").orElseThrow();
        documents.keep(document(ann.id(), "mine"));
        documents.keep(document("", "ours"));
        reporting.users().remove("ann");
        assertThat(namesOf(ann.id())).isEmpty();
        assertThat(namesOf("")).containsExactly(new BsonString("ours"));
    }

    /** Whichever program removes it: here none that shows views has ever been started. */
    @Test
    void anAccountThatIsMadeAnewHasNothingOfTheOneBefore() {
        keepAsBefore("ann", "view");
        reporting.users().add("zoe", "correct horse", Role.ADMIN);
        reporting.users().add("ann", "correct horse", Role.EDITOR);
        reporting.users().remove("ann");
        reporting.users().add("ann", "correct horse", Role.EDITOR);
        reporting.maintain();
        User next = reporting.users().named("ann").orElseThrow();
        assertThat(namesOf(next.id())).isEmpty();
    }
}
