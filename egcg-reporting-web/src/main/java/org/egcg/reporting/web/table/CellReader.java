package org.egcg.reporting.web.table;

import java.time.Instant;
import java.time.LocalDate;
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
import org.bson.BsonNull;
import org.bson.BsonValue;
import org.egcg.reporting.json.EveDate;
import org.egcg.reporting.web.table.CellValue.Decimal;
import org.egcg.reporting.web.table.CellValue.Empty;
import org.egcg.reporting.web.table.CellValue.Flag;
import org.egcg.reporting.web.table.CellValue.InStatus;
import org.egcg.reporting.web.table.CellValue.Moment;
import org.egcg.reporting.web.table.CellValue.Several;
import org.egcg.reporting.web.table.CellValue.Text;
import org.egcg.reporting.web.table.CellValue.Whole;

/** Reads stored values as those of cells. */
final class CellReader {

    private CellReader() {}

    /** A value of a column. */
    static CellValue read(BsonValue value, Format format, ZoneId zone) {
        if (format.samples() && value.isDocument()) {
            return samples(value.asDocument(), zone);
        }
        if (value.isArray()) {
            return new Several(list(value.asArray(), format, zone));
        }
        if (value.isDocument()) {
            return new Several(pairs(value.asDocument(), zone));
        }
        return scalar(value, format, zone);
    }

    private static CellValue samples(BsonDocument status, ZoneId zone) {
        BsonValue ids = status.get("samples");
        List<CellValue> sorted = ids != null && ids.isArray() ? list(ids.asArray(), Format.PLAIN, zone) : List.of();
        CellValue since = scalar(status.get("last_modified_date", BsonNull.VALUE), Format.of(Kind.DATETIME), zone);
        return new InStatus(sorted, since instanceof Moment moment ? Optional.of(moment.date()) : Optional.empty());
    }

    private static List<CellValue> list(BsonArray array, Format format, ZoneId zone) {
        List<CellValue> members = new ArrayList<>();
        for (BsonValue member : array) {
            CellValue read =
                    member.isDocument() ? new Several(pairs(member.asDocument(), zone)) : scalar(member, format, zone);
            if (!read.isEmpty()) {
                members.add(read);
            }
        }
        members.sort(Order.ASCENDING);
        return members;
    }

    private static List<CellValue> pairs(BsonDocument document, ZoneId zone) {
        List<CellValue> pairs = new ArrayList<>();
        document.forEach((key, value) -> {
            CellValue read = read(value, Format.PLAIN, zone);
            if (!read.isEmpty()) {
                pairs.add(new Text(key + ": " + Kind.TEXT.text(read)));
            }
        });
        pairs.sort(Order.ASCENDING);
        return pairs;
    }

    private static CellValue scalar(BsonValue value, Format format, ZoneId zone) {
        return switch (value.getBsonType()) {
            case STRING -> text(value.asString().getValue(), format, zone);
            case INT32, INT64 -> new Whole(value.asNumber().longValue());
            case DOUBLE -> decimal(value.asDouble().getValue());
            case DECIMAL128 ->
                new Decimal(value.asDecimal128().getValue().bigDecimalValue().doubleValue());
            case BOOLEAN -> value.asBoolean().getValue() ? Flag.TRUE : Empty.EMPTY;
            case DATE_TIME -> new Moment(moment(value.asDateTime(), zone));
            case OBJECT_ID -> new Text(value.asObjectId().getValue().toHexString());
            default -> Empty.EMPTY;
        };
    }

    private static CellValue decimal(double number) {
        return Double.isNaN(number) ? Empty.EMPTY : new Decimal(number);
    }

    private static CellValue text(String text, Format format, ZoneId zone) {
        if (text.isEmpty()) {
            return Empty.EMPTY;
        }
        if (format.kind().dated()) {
            return date(text, zone).<CellValue>map(Moment::new).orElse(new Text(text));
        }
        return format.kind().numeric() || format.sum()
                ? NumberText.number(text).<CellValue>map(Decimal::new).orElse(new Text(text))
                : new Text(text);
    }

    /**
     * The moment that a text names, in the given zone: as the API spells it (UTC), as ISO 8601 with a zone, or as
     * ISO 8601 without one, which is the LIMS's wall clock and stays as it is.
     */
    private static Optional<LocalDateTime> date(String text, ZoneId zone) {
        Optional<BsonDateTime> api = EveDate.parse(text);
        if (api.isPresent()) {
            return Optional.of(moment(api.get(), zone));
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

    private static LocalDateTime moment(BsonDateTime date, ZoneId zone) {
        return LocalDateTime.ofInstant(Instant.ofEpochMilli(date.getValue()), zone);
    }

    private static Optional<LocalDateTime> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text).atStartOfDay());
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }
}
