package org.egcg.reporting.web.table;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.egcg.reporting.json.ApiDate;

/**
 * A cell's value as Java has it: {@code Long}, {@code Double}, {@code String}, {@code Boolean}, {@code LocalDateTime}
 * in the zone of the pages, a sorted {@code List} of these, {@link Samples}, or null for what is shown as an empty cell
 * (nothing, null, empty text, false, not a number).
 */
final class Plain {

    private Plain() {}

    /** A value of a column. */
    static Object of(BsonValue value, Format format, ZoneId zone) {
        if (format.samples() && value.isDocument()) {
            return samples(value.asDocument(), zone);
        }
        if (value.isArray()) {
            return list(value.asArray(), format, zone);
        }
        if (value.isDocument()) {
            return pairs(value.asDocument(), zone);
        }
        return scalar(value, format, zone);
    }

    private static Samples samples(BsonDocument status, ZoneId zone) {
        BsonValue ids = status.get("samples");
        List<Object> sorted =
                ids != null && ids.isArray() ? list(ids.asArray(), Format.PLAIN, zone) : new ArrayList<>();
        BsonValue since = status.get("last_modified_date");
        Object date = since == null ? null : scalar(since, Format.of(Kind.DATETIME), zone);
        return new Samples(sorted, date instanceof LocalDateTime moment ? Optional.of(moment) : Optional.empty());
    }

    private static List<Object> list(BsonArray array, Format format, ZoneId zone) {
        List<Object> members = new ArrayList<>();
        for (BsonValue member : array) {
            Object plain = member.isDocument() ? pairs(member.asDocument(), zone) : scalar(member, format, zone);
            if (plain != null) {
                members.add(plain);
            }
        }
        members.sort(Order.ASCENDING);
        return members;
    }

    private static List<Object> pairs(BsonDocument document, ZoneId zone) {
        List<Object> pairs = new ArrayList<>();
        document.forEach((key, value) -> {
            Object plain = of(value, Format.PLAIN, zone);
            if (plain != null) {
                pairs.add(key + ": " + Kind.TEXT.text(plain));
            }
        });
        pairs.sort(Order.ASCENDING);
        return pairs;
    }

    private static Object scalar(BsonValue value, Format format, ZoneId zone) {
        return switch (value.getBsonType()) {
            case STRING -> text(value.asString().getValue(), format, zone);
            case INT32, INT64 -> value.asNumber().longValue();
            case DOUBLE ->
                Double.isNaN(value.asDouble().getValue())
                        ? null
                        : (Object) value.asDouble().getValue();
            case DECIMAL128 -> value.asDecimal128().getValue().bigDecimalValue().doubleValue();
            case BOOLEAN -> value.asBoolean().getValue() ? Boolean.TRUE : null;
            case DATE_TIME ->
                LocalDateTime.ofInstant(Instant.ofEpochMilli(value.asDateTime().getValue()), zone);
            case OBJECT_ID -> value.asObjectId().getValue().toHexString();
            default -> null;
        };
    }

    private static Object text(String text, Format format, ZoneId zone) {
        if (text.isEmpty()) {
            return null;
        }
        if (format.kind().dated()) {
            return date(text, zone).<Object>map(date -> date).orElse(text);
        }
        return format.kind().numeric() || format.sum()
                ? Measure.number(text).<Object>map(number -> number).orElse(text)
                : text;
    }

    /**
     * The moment that a text names, in the given zone: as the API spells it (UTC), as ISO 8601 with a zone, or as
     * ISO 8601 without one, which is the LIMS's wall clock and stays as it is.
     */
    static Optional<LocalDateTime> date(String text, ZoneId zone) {
        Optional<BsonDateTime> api = ApiDate.parse(text);
        if (api.isPresent()) {
            return Optional.of(
                    LocalDateTime.ofInstant(Instant.ofEpochMilli(api.get().getValue()), zone));
        }
        try {
            var parsed = DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
            return Optional.of(
                    parsed instanceof OffsetDateTime offset
                            ? offset.atZoneSameInstant(zone).toLocalDateTime()
                            : LocalDateTime.from(parsed));
        } catch (DateTimeParseException noMoment) {
            return day(text);
        }
    }

    private static Optional<LocalDateTime> day(String text) {
        try {
            return Optional.of(java.time.LocalDate.parse(text).atStartOfDay());
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    /** What a cell lists; a single value lists itself, an empty cell nothing. */
    static List<Object> items(Object value) {
        if (value == null) {
            return List.of();
        }
        if (value instanceof Samples samples) {
            return samples.ids();
        }
        if (value instanceof List<?> list) {
            return List.copyOf(list);
        }
        return List.of(value);
    }
}
