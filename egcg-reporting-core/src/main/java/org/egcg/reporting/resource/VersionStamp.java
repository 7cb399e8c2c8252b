package org.egcg.reporting.resource;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonString;

/** Gives documents their etags and times: an etag is never given twice, times are whole seconds. */
final class VersionStamp {

    private static final int ETAG_BYTES = 20;

    private final SecureRandom random = new SecureRandom();
    private final Clock clock;

    VersionStamp(Clock clock) {
        this.clock = clock;
    }

    BsonDateTime now() {
        return new BsonDateTime(clock.instant().truncatedTo(ChronoUnit.SECONDS).toEpochMilli());
    }

    /** What every successful write changes. */
    BsonDocument change() {
        byte[] etag = new byte[ETAG_BYTES];
        random.nextBytes(etag);
        return new BsonDocument("_etag", new BsonString(HexFormat.of().formatHex(etag))).append("_updated", now());
    }
}
