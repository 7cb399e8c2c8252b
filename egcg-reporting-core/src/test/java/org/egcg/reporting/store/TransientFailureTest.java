package org.egcg.reporting.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.WriteError;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.junit.jupiter.api.Test;

class TransientFailureTest {

    private static final ServerAddress DATABASE = new ServerAddress("db.example.org");

    private final StoreAvailability availability = new StoreAvailability("store", () -> true);
    private final AtomicInteger asked = new AtomicInteger();

    private String answeredAfter(int refusals, MongoException refusal) {
        return availability.within(() -> {
            if (asked.incrementAndGet() <= refusals) {
                throw refusal;
            }
            return "done";
        });
    }

    private static MongoWriteException write(int code, String message) {
        return new MongoWriteException(new WriteError(code, message, new BsonDocument()), DATABASE, Set.of());
    }

    private static MongoCommandException command(int code, String... labels) {
        BsonDocument answer = new BsonDocument("ok", new BsonInt32(0))
                .append("code", new BsonInt32(code))
                .append("errmsg", new BsonString("refused"));
        BsonArray all = new BsonArray();
        Set.of(labels).forEach(label -> all.add(new BsonString(label)));
        return new MongoCommandException(answer.append("errorLabels", all), DATABASE);
    }

    @Test
    void aWriteConflictIsTriedAgain() {
        assertThat(answeredAfter(3, write(112, "WriteConflict"))).isEqualTo("done");
        assertThat(asked).hasValue(4);
    }

    @Test
    void soIsACommandThatConflicts() {
        assertThat(answeredAfter(2, command(112))).isEqualTo("done");
    }

    @Test
    void soIsADeadlockOfPostgreSql() {
        assertThat(answeredAfter(1, write(1, "ERROR: deadlock detected"))).isEqualTo("done");
    }

    @Test
    void soIsABulkInsertionThatConflicts() {
        assertThat(answeredAfter(
                        1,
                        new MongoBulkWriteException(
                                BulkWriteResult.unacknowledged(),
                                List.of(new BulkWriteError(112, "WriteConflict", new BsonDocument(), 0)),
                                null,
                                DATABASE,
                                Set.of())))
                .isEqualTo("done");
    }

    @Test
    void oneThatNeverEndsIsToBeTriedLaterByTheClient() {
        assertThatThrownBy(() -> answeredAfter(100, write(112, "WriteConflict")))
                .isInstanceOf(Unavailable.class)
                .hasMessage("Others write to the same documents in the store all the time.");
        assertThat(asked).hasValue(6);
    }

    @Test
    void anElectionIsNoFaultOfOursAndNotTriedAgainAsTheWriteMayHaveHappened() {
        for (MongoException election : List.of(
                command(189),
                write(91, "ShutdownInProgress"),
                write(10107, "NotWritablePrimary"),
                command(8, "RetryableWriteError"))) {
            asked.set(0);
            assertThatThrownBy(() -> answeredAfter(1, election)).isInstanceOf(Unavailable.class);
            assertThat(asked).hasValue(1);
        }
    }

    @Test
    void aDuplicateIsNeither() {
        MongoWriteException duplicate = write(11000, "E11000 duplicate key");
        assertThatThrownBy(() -> answeredAfter(1, duplicate)).isSameAs(duplicate);
    }

    @Test
    void aQuestionThatTheStoreDoesNotUnderstandIsTheClientsFault() {
        assertThatThrownBy(() -> answeredAfter(1, command(2))).isInstanceOf(Malformed.class);
        assertThat(asked).hasValue(1);
    }
}
