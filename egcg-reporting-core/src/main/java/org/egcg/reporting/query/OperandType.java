package org.egcg.reporting.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonObjectId;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.types.ObjectId;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.json.MomentText;
import org.egcg.reporting.schema.Rule;

/**
 * How the texts of a query are meant that are compared with one field. A text is an identifier or a moment because the
 * field holds those, never because it looks like one: texts of 24 hexadecimal digits are as good as others.
 *
 * @param field the field's path, for messages
 * @param rule its rule; empty if the schema knows none
 */
record OperandType(String field, Optional<Rule> rule) {

    /** The value in the field's own type. */
    BsonValue value(BsonValue given) {
        if (given.isString()) {
            return text(given.asString());
        }
        if (given.isArray()) {
            OperandType member = member();
            return new BsonArray(given.asArray().stream().map(member::value).toList());
        }
        return given.isDocument() ? document(given.asDocument()) : given;
    }

    /**
     * What the value may be stored as. Of a field without a rule both count: the text, and what the service may have
     * computed of it.
     */
    List<BsonValue> readings(BsonValue given) {
        if (!given.isString() || holds() != null) {
            return List.of(value(given));
        }
        String text = checked(given.asString()).getValue();
        List<BsonValue> readings = new ArrayList<>(List.of(given));
        MomentText.parse(text).ifPresent(readings::add);
        identifier(text).ifPresent(readings::add);
        return readings;
    }

    /** The value that others are more or less than: of a field without a rule a moment if it is one. */
    BsonValue bound(BsonValue given) {
        return given.isString() && holds() == null
                ? MomentText.parse(checked(given.asString()).getValue())
                        .<BsonValue>map(moment -> moment)
                        .orElse(given)
                : value(given);
    }

    /** What is asked of each member, where the field is a list. */
    OperandType member() {
        return rule.orElse(null) instanceof Rule.Sequence list
                ? new OperandType(field, Optional.of(list.member()))
                : this;
    }

    /** The rule of single values; null if there is none. */
    private Rule holds() {
        Rule found = rule.orElse(null);
        while (found instanceof Rule.Sequence list) {
            found = list.member();
        }
        return found instanceof Rule.Anything ? null : found;
    }

    private BsonValue text(BsonString given) {
        String text = checked(given).getValue();
        Rule single = holds();
        if (single instanceof Rule.Moment) {
            return MomentText.parse(text)
                    .orElseThrow(() -> new Malformed(
                            "where: " + field + ": \"" + text + "\" is no date; expected " + MomentText.FORMS));
        }
        return single instanceof Rule.Identifier ? identifier(text).orElse(given) : given;
    }

    private static Optional<BsonValue> identifier(String text) {
        return ObjectId.isValid(text) ? Optional.of(new BsonObjectId(new ObjectId(text))) : Optional.empty();
    }

    private BsonString checked(BsonString given) {
        if (given.getValue().indexOf('\0') >= 0) {
            throw new Malformed("where: " + field + ": a text contains a NUL character");
        }
        return given;
    }

    private BsonDocument document(BsonDocument given) {
        BsonDocument document = new BsonDocument();
        given.forEach((name, value) -> document.append(name, inside(name).value(value)));
        return document;
    }

    private OperandType inside(String name) {
        Optional<Rule> found = holds() instanceof Rule.Structure structure
                ? Optional.ofNullable(structure.fields().get(name))
                : Optional.empty();
        return new OperandType(field + "." + name, found);
    }
}
