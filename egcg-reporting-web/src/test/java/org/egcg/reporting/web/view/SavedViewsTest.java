package org.egcg.reporting.web.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.error.ReportingException.Conflict;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.store.MongoStore;
import org.egcg.reporting.testkit.TestStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SavedViewsTest {

    private final TestStore database = new TestStore();
    private final MongoStore store = database.connect();
    private final Reporting reporting = database.reporting();
    private final SavedViews views = new SavedViews(reporting);

    @AfterEach
    void close() {
        store.close();
        reporting.close();
        database.close();
    }

    private static SavedView view(String owner, String name) {
        return new SavedView("samples", owner, name, "?q=x");
    }

    @Test
    void aUserHasTwoHundredViewsAndNoMore() {
        for (int i = 0; i < 200; i++) {
            views.save(view("ann", "view " + i));
        }
        assertThatThrownBy(() -> views.save(view("ann", "one more")))
                .isInstanceOf(Conflict.class)
                .hasMessage("There are 200 saved views already. Remove one that nobody needs first.");
        views.save(new SavedView("samples", "ann", "view 7", "?q=changed"));
        assertThat(views.named("samples", "ann", "view 7"))
                .map(SavedView::query)
                .contains("?q=changed");
        views.save(view("bob", "of another user"));
        views.remove("samples", "ann", "view 7");
        views.save(view("ann", "one more"));
        assertThat(views.of("samples", "ann")).hasSize(200);
    }

    @Test
    void allTogetherHaveFiveHundredSharedViews() {
        for (int i = 0; i < 500; i++) {
            views.save(view("", "view " + i));
        }
        assertThatThrownBy(() -> views.save(view("", "one more"))).isInstanceOf(Conflict.class);
    }

    @Test
    void theViewsOfAUserAreNotTooLongTogether() {
        String query = "?q=" + "x".repeat(490_000);
        for (int i = 0; i < 4; i++) {
            views.save(new SavedView("samples", "ann", "view " + i, query));
        }
        assertThatThrownBy(() -> views.save(new SavedView("samples", "ann", "one more", query)))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("too long together");
    }

    @Test
    void aNameIsShortAndPlain() {
        for (String name : List.of("", " ", "x".repeat(61), "a\nb", "a\u0000b")) {
            assertThatThrownBy(() -> view("ann", name)).as(name).isInstanceOf(Malformed.class);
        }
        assertThatThrownBy(() -> new SavedView("samples", "ann", "x", "x".repeat(500_001)))
                .isInstanceOf(Malformed.class);
    }

    @Test
    void whatIsNoViewIsLeftOut() {
        views.save(view("ann", "good"));
        BsonDocument bare = new BsonDocument("_id", new BsonString("1"))
                .append("table", new BsonString("samples"))
                .append("owner", new BsonString("ann"));
        store.put("saved_views", bare);
        store.put("saved_views", bare.clone().append("_id", new BsonString("2")).append("name", new BsonDocument()));
        store.put(
                "saved_views",
                bare.clone()
                        .append("_id", new BsonString("3"))
                        .append("name", new BsonString("x".repeat(100)))
                        .append("query", new BsonString("?q=x")));
        assertThat(views.of("samples", "ann")).map(SavedView::name).containsExactly("good");
    }
}
