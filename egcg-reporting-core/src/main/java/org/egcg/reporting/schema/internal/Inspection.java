package org.egcg.reporting.schema.internal;

import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.egcg.reporting.internal.json.Bson;
import org.egcg.reporting.schema.Rule;
import org.egcg.reporting.schema.Schema;

/**
 * A walk through one document along the rules: values are brought into their types, gaps filled with defaults, issues
 * noted, and what only the store knows is left as a question.
 */
final class Inspection {

    private final boolean complete;
    private final Predicate<String> filled;
    private final StoreChecks questions;
    private final FieldIssues issues = FieldIssues.ofDocument();

    /**
     * @param complete whether required fields must be there
     * @param filled the fields that get their default if nothing is given
     */
    Inspection(boolean complete, Predicate<String> filled, StoreChecks questions) {
        this.complete = complete;
        this.filled = filled;
        this.questions = questions;
    }

    FieldIssues issues() {
        return issues;
    }

    BsonDocument document(Schema schema, BsonDocument given) {
        BsonDocument document = withDefaults(schema.rules(), DottedKeys.unfolded(given, schema.rules()));
        BsonDocument checked = fields(schema.rules(), document, issues);
        checked.forEach((name, value) -> askWhetherUnique(name, schema.rules().get(name), value));
        return checked;
    }

    private BsonDocument withDefaults(Map<String, Rule> rules, BsonDocument given) {
        BsonDocument document = Bson.copy(given);
        rules.forEach((name, rule) -> rule.terms()
                .initial()
                .filter(initial -> filled.test(name) && isNothing(given.get(name)))
                .ifPresent(initial -> document.put(name, initial)));
        return document;
    }

    private static boolean isNothing(BsonValue value) {
        return value == null || value.isNull();
    }

    private void askWhetherUnique(String name, Rule rule, BsonValue value) {
        if (rule instanceof Rule.Identifier) {
            questions.mustDiffer(value, issues.at(name));
        } else if (rule.terms().unique()) {
            questions.mustBeUnique(name, value, issues.at(name));
        }
    }

    /** The fields of an object that are as they should be. */
    private BsonDocument fields(Map<String, Rule> rules, BsonDocument given, FieldIssues place) {
        BsonDocument checked = new BsonDocument();
        given.forEach((name, value) -> {
            Rule rule = rules.get(name);
            if (rule == null) {
                place.at(name).add("unknown", "unknown field");
            } else {
                value(rule, value, place.at(name)).ifPresent(good -> checked.put(name, good));
            }
        });
        if (complete) {
            rules.forEach((name, rule) -> {
                if (rule.terms().required() && !given.containsKey(name)) {
                    place.at(name).add("required", "required field");
                }
            });
        }
        return checked;
    }

    private Optional<BsonValue> value(Rule rule, BsonValue given, FieldIssues place) {
        if (given.isNull()) {
            return nothing(rule, place);
        }
        Optional<? extends BsonValue> cast = cast(rule, given);
        if (cast.isEmpty()) {
            place.add("type", "must be of " + rule.type() + " type");
            return Optional.empty();
        }
        BsonValue value = cast.get();
        return value.isNull() ? nothing(rule, place) : further(rule, value, place);
    }

    private static Optional<BsonValue> nothing(Rule rule, FieldIssues place) {
        if (rule.terms().nullable()) {
            return Optional.of(BsonNull.VALUE);
        }
        place.add("nullable", "null value not allowed");
        if (rule instanceof Rule.Text text) {
            text.relation()
                    .ifPresent(relation ->
                            StoreChecks.addMissing(relation.resource(), relation.field(), BsonNull.VALUE, place));
        }
        return Optional.empty();
    }

    private static Optional<? extends BsonValue> cast(Rule rule, BsonValue given) {
        if (rule instanceof Rule.Text) {
            return given instanceof BsonString text && Storable.wellFormed(text.getValue())
                    ? Optional.of(given)
                    : Optional.empty();
        } else if (rule instanceof Rule.Whole) {
            return Coercion.whole(given);
        } else if (rule instanceof Rule.Decimal) {
            return Coercion.decimal(given);
        } else if (rule instanceof Rule.Moment) {
            return Coercion.moment(given);
        } else if (rule instanceof Rule.Identifier) {
            return Coercion.identifier(given);
        } else if (rule instanceof Rule.Sequence) {
            return given.isArray() ? Optional.of(given) : Optional.empty();
        }
        return given.isDocument() ? Optional.of(given) : Optional.empty();
    }

    /** The checks beyond the type. */
    private Optional<BsonValue> further(Rule rule, BsonValue value, FieldIssues place) {
        if (rule instanceof Rule.Text text) {
            text(text, value.asString(), place);
        } else if (rule instanceof Rule.Whole whole) {
            bounds(whole, value.asInt64().getValue(), place);
        } else if (rule instanceof Rule.Sequence list) {
            return Optional.of(members(list, value.asArray(), place));
        } else if (rule instanceof Rule.Structure structure) {
            BsonDocument unfolded = DottedKeys.unfolded(value.asDocument(), structure.fields());
            return Optional.of(fields(structure.fields(), unfolded, place));
        } else if (rule instanceof Rule.Anything) {
            Storable.check(value.asDocument(), place);
        }
        return Optional.of(value);
    }

    private void text(Rule.Text rule, BsonString value, FieldIssues place) {
        if (!rule.allowed().isEmpty() && !rule.allowed().contains(value.getValue())) {
            place.add("allowed", "unallowed value " + PythonText.of(value));
        }
        rule.relation().ifPresent(relation -> questions.mustExist(relation, value, place));
    }

    private static void bounds(Rule.Whole rule, long value, FieldIssues place) {
        rule.min().ifPresent(min -> {
            if (value < min) {
                place.add("min", "min value is " + min);
            }
        });
        rule.max().ifPresent(max -> {
            if (value > max) {
                place.add("max", "max value is " + max);
            }
        });
    }

    private BsonArray members(Rule.Sequence list, BsonArray given, FieldIssues place) {
        BsonArray checked = new BsonArray();
        for (int index = 0; index < given.size(); index++) {
            value(list.member(), given.get(index), place.at(Integer.toString(index)))
                    .ifPresent(checked::add);
        }
        return checked;
    }
}
