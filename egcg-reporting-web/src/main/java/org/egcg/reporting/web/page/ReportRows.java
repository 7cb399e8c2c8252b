package org.egcg.reporting.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.egcg.reporting.query.Where;
import org.egcg.reporting.web.reading.PageSettings;
import org.egcg.reporting.web.reading.Records;
import org.egcg.reporting.web.reading.Records.Source;
import org.egcg.reporting.web.reading.Snapshots;
import org.egcg.reporting.web.route.PageRequest;
import org.egcg.reporting.web.table.Layout;
import org.egcg.reporting.web.table.Rows;
import org.egcg.reporting.web.table.TableSpec;

/** Makes the tables of one request, and words the questions to store and LIMS. */
@RequestScoped
public class ReportRows {

    private static final DateTimeFormatter API = DateTimeFormatter.ofPattern("dd_MM_uuuu_HH:mm:ss");

    private static final Duration JUST_SHOWN = Duration.ofMinutes(2);

    @Inject
    private PageRequest pageRequest;

    @Inject
    private SavedTables saved;

    @Inject
    private Snapshots snapshots;

    @Inject
    private PageSettings pages;

    @Inject
    private Records records;

    Records records() {
        return records;
    }

    /** A table whose rows are read for this request alone. */
    ReportTable table(TableSpec spec, Supplier<Rows> source) {
        return new ReportTable(spec, pageRequest, saved, this, source);
    }

    /** A table whose rows are kept for a while; the key says which rows they are. */
    ReportTable kept(TableSpec spec, String key, Supplier<Rows> source) {
        return new ReportTable(
                spec, pageRequest, saved, this, () -> justShown(key).orElseGet(() -> snapshots.rows(key, source)));
    }

    /** An export holds what its user has before him, so that the rows need not be in memory twice. */
    private Optional<Rows> justShown(String key) {
        return pageRequest.query().parameters().containsKey("export")
                ? snapshots
                        .known(key)
                        .filter(rows -> rows.missing().isEmpty()
                                && rows.asOf().isAfter(Instant.now().minus(JUST_SHOWN)))
                : Optional.empty();
    }

    /** A table of one source, read for this request. */
    ReportTable of(TableSpec spec, Layout layout, Source source) {
        return table(spec, () -> records.rows(layout, source));
    }

    /** How many rows a kept table has, if it is at hand; else empty text. */
    String countKnown(String key) {
        return snapshots
                .known(key)
                .map(rows -> "%,d".formatted(rows.rows().size()))
                .orElse("");
    }

    Layout layout(String table, String key) {
        return Layout.of(pages.table(table), key, pages.zone());
    }

    public static Where equal(String field, String value) {
        return new Where.Equal(field, new BsonString(value));
    }

    public static Where since(String field, LocalDateTime utc) {
        long millis = utc.toInstant(ZoneOffset.UTC).toEpochMilli();
        return new Where.Meets(field, new BsonDocument("$gte", new BsonDateTime(millis)));
    }

    public static Where in(String field, List<String> values) {
        List<BsonString> texts = values.stream().map(BsonString::new).toList();
        return new Where.Meets(field, new BsonDocument("$in", new BsonArray(texts)));
    }

    public static Where exists(String field) {
        return new Where.Meets(
                field, new BsonDocument("$exists", BsonBoolean.TRUE).append("$ne", org.bson.BsonNull.VALUE));
    }

    /** The {@code match} argument of a LIMS report. */
    public static Map<String, String> match(String... keysAndValues) {
        BsonDocument match = new BsonDocument();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            match.append(keysAndValues[i], (BsonValue) new BsonString(keysAndValues[i + 1]));
        }
        return Map.of("match", match.toJson());
    }

    /** A moment as the LIMS reports take it. */
    public static String api(LocalDateTime moment) {
        return API.format(moment);
    }
}
