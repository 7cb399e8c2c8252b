package org.egcg.reporting.aggregation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.egcg.reporting.aggregation.Each.each;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonNull;
import org.bson.BsonObjectId;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.types.ObjectId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is carried on member by member is what counting all members anew comes to, whatever comes, changes and goes. */
class CountedTest {

    private static final Each ALL = each("list.value");
    private static final Each SOME =
            ALL.among(LogicalExpressions.among(Expressions.value("kept"), List.of(new BsonString("yes"))));

    static List<Function<Each, Expression>> measures() {
        return List.of(
                Expressions::total,
                Expressions::mean,
                Expressions::least,
                Expressions::greatest,
                Expressions::count,
                Expressions::coefficientOfVariation,
                Expressions::populationDeviation,
                Expressions::first,
                Expressions::set,
                Expressions::uniqueIds,
                values -> Expressions.mostRecent(each("list")));
    }

    @ParameterizedTest
    @MethodSource("measures")
    void ofIntegers(Function<Each, Expression> measure) {
        assertThat(carriedOn(measure, random -> new BsonInt64(random.nextInt(9))))
                .isGreaterThan(20);
    }

    @ParameterizedTest
    @MethodSource("measures")
    void ofIntegersWithGaps(Function<Each, Expression> measure) {
        carriedOn(measure, random -> random.nextInt(4) == 0 ? BsonNull.VALUE : new BsonInt64(random.nextInt()));
    }

    @ParameterizedTest
    @MethodSource("measures")
    void ofIntegersThatAddUpToMoreThanALong(Function<Each, Expression> measure) {
        carriedOn(measure, random -> new BsonInt64(random.nextLong()));
    }

    @ParameterizedTest
    @MethodSource("measures")
    void ofFractionsAndIntegersOfBothKinds(Function<Each, Expression> measure) {
        carriedOn(measure, random -> switch (random.nextInt(3)) {
            case 0 -> new BsonDouble(random.nextInt(40) / 4.0);
            case 1 -> new BsonInt32(random.nextInt(10));
            default -> new BsonInt64(random.nextInt(10));
        });
    }

    @ParameterizedTest
    @MethodSource("measures")
    void ofTexts(Function<Each, Expression> measure) {
        carriedOn(measure, random -> new BsonString("s" + random.nextInt(6)));
    }

    @ParameterizedTest
    @MethodSource("measures")
    void ofWhatDoesNotGoTogether(Function<Each, Expression> measure) {
        carriedOn(
                measure, random -> random.nextInt(30) == 0 ? new BsonString("text") : new BsonInt64(random.nextInt(9)));
    }

    /** How many changes were carried on without counting anew. */
    private static int carriedOn(Function<Each, Expression> made, Function<Random, BsonValue> values) {
        int carried = 0;
        for (long seed = 0; seed < 6; seed++) {
            for (Each each : List.of(ALL, SOME)) {
                carried += carriedOn((Measure) made.apply(each), values, new Random(seed));
            }
        }
        return carried;
    }

    private static int carriedOn(Measure measure, Function<Random, BsonValue> values, Random random) {
        Map<ObjectId, BsonDocument> members = new TreeMap<>(Comparator.naturalOrder());
        for (int i = 0; i < 8; i++) {
            BsonDocument member = member(new ObjectId(1000 + i, 0), values, random);
            members.put(id(member), member);
        }
        Counted counted = anew(measure, members);
        int carried = 0;
        for (int step = 0; step < 60; step++) {
            if (change(counted, members, values, random)) {
                carried++;
            } else {
                counted = anew(measure, members);
            }
            assertThat(answer(counted)).as(measure.word()).isEqualTo(whole(measure, members));
        }
        return carried;
    }

    private static boolean change(
            Counted counted, Map<ObjectId, BsonDocument> members, Function<Random, BsonValue> values, Random random) {
        List<ObjectId> known = new ArrayList<>(members.keySet());
        int kind = known.isEmpty() ? 0 : random.nextInt(3);
        ObjectId id = kind == 0 ? new ObjectId(random.nextInt(5000), 1) : known.get(random.nextInt(known.size()));
        Optional<BsonDocument> before = Optional.ofNullable(members.remove(id));
        Optional<BsonDocument> after = kind == 2 ? Optional.empty() : Optional.of(member(id, values, random));
        after.ifPresent(member -> members.put(id, member));
        return counted.change(before, after);
    }

    private static BsonDocument member(ObjectId id, Function<Random, BsonValue> values, Random random) {
        return new BsonDocument("_id", new BsonObjectId(id))
                .append("_created", new BsonDateTime(random.nextInt(20)))
                .append("kept", new BsonString(random.nextInt(3) == 0 ? "no" : "yes"))
                .append("value", values.apply(random));
    }

    private static ObjectId id(BsonDocument member) {
        return member.getObjectId("_id").getValue();
    }

    private static Counted anew(Measure measure, Map<ObjectId, BsonDocument> members) {
        Counted counted = new Counted(measure);
        members.values().forEach(counted::add);
        return counted;
    }

    private static BsonValue whole(Measure measure, Map<ObjectId, BsonDocument> members) {
        try {
            return measure.of(new BsonDocument("list", new BsonArray(List.copyOf(members.values()))));
        } catch (RuntimeException uncountable) {
            return new BsonString("none");
        }
    }

    private static BsonValue answer(Counted counted) {
        try {
            return counted.value();
        } catch (RuntimeException uncountable) {
            return new BsonString("none");
        }
    }
}
