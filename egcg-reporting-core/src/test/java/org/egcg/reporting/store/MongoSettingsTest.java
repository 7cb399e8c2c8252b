package org.egcg.reporting.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoClientSettings;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MongoSettingsTest {

    @Test
    void whatWasWrittenIsReadWhateverTheConnectionStringPrefers() {
        MongoClientSettings settings = settings("?readPreference=secondaryPreferred");

        assertThat(settings.getReadPreference()).isEqualTo(ReadPreference.primary());
    }

    @Test
    void writesAreAcknowledgedByTheMajority() {
        assertThat(settings("").getWriteConcern()).isEqualTo(WriteConcern.MAJORITY);
    }

    @Test
    void theConnectionStringDecidesHowLongToWait() {
        MongoClientSettings settings = settings("?connectTimeoutMS=700&serverSelectionTimeoutMS=900");

        assertThat(settings.getSocketSettings().getConnectTimeout(TimeUnit.MILLISECONDS))
                .isEqualTo(700);
        assertThat(settings.getClusterSettings().getServerSelectionTimeout(TimeUnit.MILLISECONDS))
                .isEqualTo(900);
    }

    private static MongoClientSettings settings(String options) {
        return MongoStore.settings("mongodb://a.example,b.example/" + options, Duration.ofSeconds(60));
    }
}
