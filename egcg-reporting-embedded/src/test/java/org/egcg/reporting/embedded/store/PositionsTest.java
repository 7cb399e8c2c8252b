package org.egcg.reporting.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.ObjectId;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** Positions are what a sorted set of them would be, whatever is added and taken out. */
class PositionsTest {

    private static final int ROUNDS = 40_000;
    private static final int DIFFERENT = 3_000;

    private final Random random = new Random(20261129);

    private static Object id(int number) {
        return new ObjectId(ByteBuffer.allocate(12).putInt(number).putLong(0).array());
    }

    /** In MongoDB's order numbers come before texts, and those before ids; numbers of all types are one kind. */
    private static Object mixed(int number) {
        return switch (number % 4) {
            case 0 -> number;
            case 1 -> number + 0.5;
            case 2 -> "text " + number;
            default -> id(number);
        };
    }

    @Test
    void idsAreInTheirOrder() {
        addAndTakeOut(PositionsTest::id);
    }

    @Test
    void whatIsOfSeveralTypesIsInMongosOrder() {
        addAndTakeOut(PositionsTest::mixed);
    }

    private void addAndTakeOut(IntFunction<Object> made) {
        NavigableSet<Object> expected = new TreeSet<>(IdRange.ASCENDING);
        Positions positions = Positions.none();
        for (int round = 0; round < ROUNDS; round++) {
            // It grows at first, then shrinks, and at last nearly nothing is left.
            boolean adds = random.nextInt(ROUNDS) > round;
            Object position = made.apply(round < ROUNDS / 10 ? round % DIFFERENT : random.nextInt(DIFFERENT));
            positions = adds ? positions.with(position) : positions.without(position);
            boolean changed = adds ? expected.add(position) : expected.remove(position);
            assertThat(positions.size()).as("%s, %s", position, changed).isEqualTo(expected.size());
            if (round % 10 == 0) {
                compare(positions, expected, made);
            }
        }
    }

    private void compare(Positions positions, NavigableSet<Object> expected, IntFunction<Object> made) {
        Object one = made.apply(random.nextInt(DIFFERENT));
        Object other = made.apply(random.nextInt(DIFFERENT));
        assertThat(positions.contains(one)).isEqualTo(expected.contains(one));
        boolean descending = random.nextBoolean();
        IdRange range = new IdRange(some(one), random.nextBoolean(), some(other), descending);
        int most = random.nextInt(4) > 0 ? random.nextInt(600) : Integer.MAX_VALUE;
        List<Object> found = new ArrayList<>();
        positions.collect(range, most, found);
        assertThat(found).as("%s", range).isEqualTo(of(expected, range, most));
    }

    private Optional<Object> some(Object bound) {
        return random.nextBoolean() ? Optional.of(bound) : Optional.empty();
    }

    private static List<Object> of(NavigableSet<Object> all, IdRange range, int most) {
        NavigableSet<Object> set = range.descending() ? all.descendingSet() : all;
        NavigableSet<Object> begun =
                range.begin().map(begin -> set.tailSet(begin, !range.behind())).orElse(set);
        return begun.stream()
                .takeWhile(each -> range.end().isEmpty()
                        || set.comparator().compare(each, range.end().get()) <= 0)
                .limit(most)
                .toList();
    }

    @Test
    void onePositionIsASetToo() {
        Positions one = Positions.of(7);
        assertThat(one.with(7).size()).isEqualTo(1);
        assertThat(one.contains(7.0)).isTrue();
        assertThat(one.with(3).with(7.0).size()).isEqualTo(2);
        assertThat(Positions.of(7).without(8).size()).isEqualTo(1);
        assertThat(Positions.of(7).without(7.0).size()).isZero();
        List<Object> found = new ArrayList<>();
        Positions.of(7).collect(IdRange.ALL.after(7), 5, found);
        Positions.of(7).collect(IdRange.ALL, 0, found);
        assertThat(found).isEmpty();
        Positions.of(7).collect(IdRange.ALL.after(6), 5, found);
        assertThat(found).containsExactly(7);
    }
}
