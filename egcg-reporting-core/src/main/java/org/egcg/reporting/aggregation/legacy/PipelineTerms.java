package org.egcg.reporting.aggregation.legacy;

import java.util.Arrays;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;

/**
 * The words of a pipeline: expressions in the database's own language, restricted to what both MongoDB and the embedded
 * store understand. Null in means null out, but for a divisor of 0, which gives 0.
 */
final class PipelineTerms {

    private static final BsonInt64 BASES_PER_GB = new BsonInt64(1_000_000_000);
    private static final BsonInt32 ZERO = new BsonInt32(0);

    private PipelineTerms() {}

    static BsonValue at(String path) {
        return new BsonString("$" + path);
    }

    static BsonDocument call(String operator, BsonValue... arguments) {
        return new BsonDocument(operator, new BsonArray(List.of(arguments)));
    }

    static BsonDocument add(BsonValue... terms) {
        return call("$add", terms);
    }

    static BsonDocument both(String reads) {
        return add(at(reads + "_r1"), at(reads + "_r2"));
    }

    static BsonDocument percentage(BsonValue part, BsonValue whole) {
        return when(call("$eq", whole, ZERO), ZERO, call("$multiply", divided(part, whole), new BsonInt32(100)));
    }

    static BsonDocument percentage(String part, String whole) {
        return percentage(at(part), at(whole));
    }

    static BsonDocument quotient(BsonValue dividend, BsonValue divisor) {
        return when(call("$eq", divisor, ZERO), ZERO, divided(dividend, divisor));
    }

    /** By anything but 0: there are stores that compute what a condition does not choose. */
    private static BsonDocument divided(BsonValue dividend, BsonValue divisor) {
        return call("$divide", dividend, when(call("$eq", divisor, ZERO), new BsonInt32(1), divisor));
    }

    static BsonDocument inGb(BsonValue bases) {
        return call("$divide", bases, BASES_PER_GB);
    }

    static BsonDocument when(BsonValue condition, BsonValue then, BsonValue otherwise) {
        return call("$cond", condition, then, otherwise);
    }

    static BsonDocument orNull(BsonValue value) {
        return call("$ifNull", value, BsonNull.VALUE);
    }

    static BsonDocument isAbsent(BsonValue value) {
        return call("$eq", orNull(value), BsonNull.VALUE);
    }

    static BsonValue text(String text) {
        return new BsonString(text);
    }

    static BsonValue number(int number) {
        return new BsonInt32(number);
    }

    /** The sum over a list, or over a group, in which what is missing counts 0. */
    static BsonDocument sum(String path) {
        return new BsonDocument("$sum", at(path));
    }

    /** One value per member of a list of documents, without those that lack it. */
    static BsonDocument each(String list, String field) {
        BsonDocument values = new BsonDocument(
                "$map",
                new BsonDocument("input", at(list))
                        .append("as", text("this"))
                        .append("in", orNull(at("$this." + field))));
        return new BsonDocument(
                "$filter",
                new BsonDocument("input", values)
                        .append("as", text("this"))
                        .append("cond", call("$ne", at("$this"), BsonNull.VALUE)));
    }

    /** Each value of the members of a list of documents once. */
    static BsonDocument distinct(String list, String field) {
        return call("$setUnion", each(list, field), new BsonArray());
    }

    /** Each value of a group once. */
    static BsonDocument collected(String path) {
        return new BsonDocument("$addToSet", at(path));
    }

    /** The members of a list of documents that pass; they are called {@code $$this}. */
    static BsonDocument members(String list, BsonValue condition) {
        return new BsonDocument(
                "$filter",
                new BsonDocument("input", at(list)).append("as", text("this")).append("cond", condition));
    }

    static BsonDocument size(BsonValue list) {
        return new BsonDocument("$size", list);
    }

    /** The member of a list of documents that was created last. */
    static BsonDocument newest(String list) {
        BsonDocument later = call("$gte", at("$this._created"), at("$value._created"));
        BsonDocument first = call("$eq", at("$value"), BsonNull.VALUE);
        return new BsonDocument(
                "$reduce",
                new BsonDocument("input", at(list))
                        .append("initialValue", BsonNull.VALUE)
                        .append("in", when(call("$or", first, later), at("$this"), at("$value"))));
    }

    static BsonDocument date(String path, String format) {
        return new BsonDocument("$dateToString", new BsonDocument("format", text(format)).append("date", at(path)));
    }

    static BsonDocument lookup(String resource, String localField, String foreignField, String as) {
        return new BsonDocument(
                "$lookup",
                new BsonDocument("from", text(resource))
                        .append("localField", text(localField))
                        .append("foreignField", text(foreignField))
                        .append("as", text(as)));
    }

    /** Fields that are taken over as they are, absent where they are absent. */
    static BsonDocument taking(String... fields) {
        BsonDocument taking = new BsonDocument();
        Arrays.stream(fields).forEach(field -> taking.append(field, BsonBoolean.TRUE));
        return taking;
    }
}
