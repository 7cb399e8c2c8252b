package org.egcg.reporting.web.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.json.JsonReader;
import org.egcg.reporting.json.JsonWriter;
import org.egcg.reporting.security.Seal;

/**
 * What a browser carries from the first step of a login to the second, so that nothing of it is kept here and no client
 * can fill memory. Only this service reads or changes it, it is good for five minutes, and only together with
 * the form that it began with.
 */
@ApplicationScoped
public class SealedStep {

    private static final Duration GOOD_FOR = Duration.ofMinutes(5);

    /** Who has given which password. */
    public record Step(String name, String password) {
        @Override
        public String toString() {
            return "Step[" + name + "]";
        }
    }

    @Inject
    private Reporting reporting;

    private Seal seal() {
        return reporting.seal("the second step of a login");
    }

    /** @param form what ties it to the browser */
    public String seal(Step step, String form) {
        return seal().seal(JsonWriter.text(new BsonDocument("name", new BsonString(step.name()))
                .append("password", new BsonString(step.password()))
                .append("form", new BsonString(form))
                .append("until", new BsonInt64(Instant.now().plus(GOOD_FOR).toEpochMilli()))));
    }

    /** Empty if it is none of ours, of another browser, or too old. */
    public Optional<Step> open(String sealed, String form) {
        return seal().open(sealed)
                .map(text -> JsonReader.read(text).asDocument())
                .filter(step -> step.getString("form").getValue().equals(form))
                .filter(step ->
                        step.getNumber("until").longValue() > Instant.now().toEpochMilli())
                .map(step -> new Step(
                        step.getString("name").getValue(),
                        step.getString("password").getValue()));
    }
}
