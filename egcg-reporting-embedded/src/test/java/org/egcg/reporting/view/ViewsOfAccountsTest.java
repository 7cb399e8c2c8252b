package org.egcg.reporting.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.security.Role;
import org.egcg.reporting.security.User;
import org.egcg.reporting.testkit.TestStore;
import org.junit.jupiter.api.Test;

class ViewsOfAccountsTest {

    @Test
    void aViewOfTheVersionBeforeGoesToTheAccountOfThatNameAndNeverToALaterOne() {
        try (TestStore store = new TestStore();
                Reporting reporting = store.reporting()) {
            SavedViews views = reporting.savedViews();
            keepAsBefore(store, "ann");
            keepAsBefore(store, "gone");
            keepAsBefore(store, "");
            views.giveToAccounts(name -> name.equals("ann") ? Optional.of("id of ann") : Optional.empty());
            views.giveToAccounts(name -> Optional.of("id of the next " + name));
            assertThat(views.of("runs", "id of ann"))
                    .extracting(SavedView::owner)
                    .containsExactly("", "id of ann");
            assertThat(views.of("runs", "id of the next gone"))
                    .extracting(SavedView::owner)
                    .containsExactly("");
            assertThat(views.of("runs", "ann")).extracting(SavedView::owner).containsExactly("");
        }
    }

    @Test
    void privateViewsGoWithTheirAccount() {
        try (TestStore store = new TestStore();
                Reporting reporting = store.reporting()) {
            reporting.users().add("zoe", "correct horse", Role.ADMIN);
            reporting.users().add("ann", "correct horse", Role.EDITOR);
            User ann = reporting.users().named("ann").orElseThrow();
            reporting.savedViews().save(new SavedView("runs", ann.id(), "mine", "?a=b"));
            reporting.savedViews().save(new SavedView("runs", "", "ours", "?a=b"));
            reporting.users().remove("ann");
            assertThat(reporting.savedViews().of("runs", ann.id()))
                    .extracting(SavedView::name)
                    .containsExactly("ours");
        }
    }

    private static void keepAsBefore(TestStore store, String owner) {
        store.connect()
                .put(
                        "saved_views",
                        new BsonDocument("_id", new BsonString("runs\n" + owner + "\nview"))
                                .append("table", new BsonString("runs"))
                                .append("owner", new BsonString(owner))
                                .append("name", new BsonString("view"))
                                .append("query", new BsonString("?a=b")));
    }
}
