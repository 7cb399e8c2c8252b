package org.egcg.reporting.testkit.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonObjectId;
import org.bson.BsonString;
import org.bson.types.ObjectId;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.internal.json.Bson;
import org.egcg.reporting.store.Find;
import org.egcg.reporting.store.MongoStore;
import org.egcg.reporting.testkit.TestStore;
import org.egcg.reporting.trail.Trail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A trail that is not as it was written is found out. */
class TrailAuditTest {

    private final TestStore database = new TestStore();
    private final MongoStore store = database.connect();
    private final Reporting reporting = database.reporting(store);
    private final Ledger ledger = new Ledger();

    @BeforeEach
    void write() throws Exception {
        new Storm(ledger, 20).rage(List.of(new CoreApi(reporting)), 120);
        assertThat(problems()).isEmpty();
    }

    @AfterEach
    void close() {
        reporting.close();
        database.close();
    }

    private List<String> problems() {
        return TrailAudit.problems(ledger, reporting);
    }

    /** An entry of a change that another of the same document has followed. */
    private BsonDocument inTheMiddle() {
        List<BsonDocument> all = store.find(Find.in(Trail.COLLECTION).sorted(new BsonDocument("_id", new BsonInt32(1))))
                .list();
        return all.stream()
                .filter(entry -> Bson.text(entry, "resource").equals("run_elements")
                        && !entry.getDocument("after").isEmpty())
                .filter(entry -> all.stream()
                        .anyMatch(later -> Bson.text(later, "previous").equals(Bson.text(entry, "etag"))))
                .findFirst()
                .map(Bson::copy)
                .orElseThrow();
    }

    private void put(BsonDocument entry) {
        store.put(Trail.COLLECTION, entry);
    }

    @Test
    void anEntryThatIsMissing() {
        store.deleteAll(Trail.COLLECTION, new BsonDocument("_id", inTheMiddle().get("_id")));
        assertThat(problems()).anyMatch(problem -> problem.startsWith("acknowledged and not in the trail"));
    }

    @Test
    void anEntryOfNoWrite() {
        BsonDocument invented = inTheMiddle()
                .append("_id", new BsonObjectId(new ObjectId("00ffffffffffffffffffffff")))
                .append("etag", new BsonString("other"));
        put(invented);
        assertThat(problems()).anyMatch(problem -> problem.startsWith("not of any write"));
    }

    @Test
    void aVersionInBetweenThatSaysSomethingElse() {
        BsonDocument entry = inTheMiddle();
        BsonDocument after = Bson.copy(entry.getDocument("after"));
        after.append("useable_comments", new BsonString("forged"));
        put(entry.append("after", after));
        assertThat(problems()).anyMatch(problem -> problem.startsWith("other than written: useable_comments"));
    }

    @Test
    void entriesInAnotherOrder() {
        BsonDocument entry = inTheMiddle();
        store.deleteAll(Trail.COLLECTION, new BsonDocument("_id", entry.get("_id")));
        put(entry.append("_id", new BsonObjectId(new ObjectId())));
        List<String> found = new ArrayList<>(problems());
        assertThat(found).anyMatch(problem -> problem.startsWith("does not follow"));
    }
}
