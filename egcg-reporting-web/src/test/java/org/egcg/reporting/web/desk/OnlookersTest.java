package org.egcg.reporting.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class OnlookersTest {

    private Instant now = Instant.parse("2026-05-04T10:00:00Z");

    private final Onlookers onlookers = new Onlookers(new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    @Test
    void eachIsToldOfTheOthersAtTheSameThing() {
        assertThat(onlookers.look("ann", "samples:S1")).isEmpty();
        assertThat(onlookers.look("bob", "samples:S2")).isEmpty();
        assertThat(onlookers.look("cy", "samples:S1")).containsExactly("ann");
        assertThat(onlookers.look("ann", "samples:S1")).containsExactly("cy");
    }

    @Test
    void whoGoesOnToSomethingElseLooksAtItNoMore() {
        onlookers.look("ann", "samples:S1");
        onlookers.look("ann", "samples:S2");
        assertThat(onlookers.look("bob", "samples:S1")).isEmpty();
    }

    @Test
    void whoSaysNothingForAWhileIsGone() {
        onlookers.look("ann", "samples:S1");
        now = now.plus(Onlookers.STAYS).plusSeconds(1);
        assertThat(onlookers.look("bob", "samples:S1")).isEmpty();
    }
}
