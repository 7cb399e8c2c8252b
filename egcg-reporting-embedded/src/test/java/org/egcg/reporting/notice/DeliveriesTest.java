package org.egcg.reporting.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.egcg.reporting.security.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What gets to whom, when, and how often. */
class DeliveriesTest {

    private final Facility facility = new Facility();
    private final Notices one = facility.node();
    private final Notices other = facility.node();
    private final List<String> arrived = Collections.synchronizedList(new ArrayList<>());
    private final Set<String> away = Collections.synchronizedSet(new HashSet<>());
    private boolean refusing;

    DeliveriesTest() {
        for (Notices node : List.of(one, other)) {
            node.sendBy(Channel.MAIL, this::arrive);
        }
        facility.minute(one);
    }

    private void arrive(String target, NoticeMessage message) throws NotSent {
        if (away.contains(target)) {
            throw refusing ? NotSent.refused("550 no", null) : NotSent.away("no answer", null);
        }
        arrived.add(target.replace("@example.org", "") + " "
                + message.notices().stream().map(Notice::subject).sorted().toList());
    }

    @AfterEach
    void close() {
        facility.close();
    }

    private void deliver(Duration pause) {
        facility.clock.pass(pause);
        one.deliver();
        other.deliver();
    }

    @Test
    void eachWhoAskedForItIsToldOnceWhicheverNodeSends() {
        one.subscriptions().add(Facility.mail(Facility.ADA));
        one.subscriptions().add(Facility.mail(Facility.ADA, NoticeKind.RUN_ERRORED));
        one.subscriptions().add(Facility.mail(Facility.BEN, NoticeKind.RUN_FINISHED));
        facility.happens(NoticeKind.RUN_ERRORED, "r1");
        facility.minute(one, other);
        for (int i = 0; i < 5; i++) {
            deliver(Duration.ofSeconds(10));
        }

        assertThat(arrived).containsExactly("ada [r1]");
    }

    @Test
    void whatWasToldBeforeItWasAskedForIsNotSent() {
        facility.happens(NoticeKind.RUN_ERRORED, "r1");
        facility.minute(one);
        one.subscriptions().add(Facility.mail(Facility.ADA));
        deliver(Duration.ofSeconds(10));

        assertThat(arrived).isEmpty();
    }

    @Test
    void aReceiverThatIsAwayIsTriedMoreAndMoreSeldomAndKeepsNothingFromOthers() {
        one.subscriptions().add(Facility.mail(Facility.ADA));
        one.subscriptions().add(Facility.mail(Facility.BEN));
        away.add("ada@example.org");
        facility.happens(NoticeKind.RUN_ERRORED, "r1");
        facility.minute(one);
        deliver(Duration.ofSeconds(10));
        assertThat(arrived).containsExactly("ben [r1]");
        int failures = 0;
        for (int minute = 0; minute < 240; minute++) {
            deliver(Duration.ofMinutes(1));
            failures = receiver("ada").failures();
        }
        assertThat(failures).isBetween(8, 10);
        assertThat(receiver("ada").error()).isEqualTo("no answer");
        assertThat(receiver("ada").waiting()).isEqualTo(1);
        assertThat(receiver("ben").isFailing()).isFalse();

        away.clear();
        deliver(Duration.ofHours(1));
        assertThat(arrived).containsExactly("ben [r1]", "ada [r1]");
        assertThat(receiver("ada").isFailing()).isFalse();
    }

    private Receiver receiver(String name) {
        return one.receivers().stream()
                .filter(known -> known.target().startsWith(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void afterThreeDaysItIsGivenUpAndWhatCameLaterArrives() {
        one.subscriptions().add(Facility.mail(Facility.ADA));
        away.add("ada@example.org");
        facility.happens(NoticeKind.RUN_ERRORED, "r1");
        facility.minute(one);
        for (int hour = 0; hour < 75; hour++) {
            deliver(Duration.ofHours(1));
        }
        facility.happens(NoticeKind.RUN_ERRORED, "r2");
        facility.minute(one);
        away.clear();
        deliver(Duration.ofHours(2));

        assertThat(arrived).containsExactly("ada [r2]");
    }

    @Test
    void whatIsRefusedAgainAndAgainBlocksNothingElse() {
        one.subscriptions().add(Facility.mail(Facility.ADA));
        away.add("ada@example.org");
        refusing = true;
        facility.happens(NoticeKind.RUN_ERRORED, "r1");
        facility.minute(one);
        for (int hour = 0; hour < 6; hour++) {
            deliver(Duration.ofHours(1));
        }
        assertThat(receiver("ada").waiting()).isZero();
    }

    @Test
    void whoMayNotSeeItAnyMoreIsNotToldThoughItWaits() {
        one.subscriptions().add(Facility.mail(Facility.ADA));
        one.subscriptions().add(Facility.mail(Facility.ZOE));
        away.addAll(Set.of("ada@example.org", "zoe@example.org"));
        facility.happens(NoticeKind.RUN_ERRORED, "r1");
        facility.happens(NoticeKind.STORE_TROUBLE, "disk");
        facility.minute(one);
        deliver(Duration.ofSeconds(10));
        facility.users.remove(Facility.ADA.id());
        facility.users.put(Facility.ZOE.id(), Facility.user(Facility.ZOE.id(), "zoe", Role.VIEWER));
        away.clear();
        deliver(Duration.ofHours(1));

        assertThat(arrived).containsExactly("zoe [r1]");
        deliver(Duration.ofHours(1));
        assertThat(one.receivers())
                .allSatisfy(receiver -> assertThat(receiver.waiting()).isZero());
    }

    @Test
    void theSummaryOfADayComesInOneMessageAtItsHour() {
        Subscription each = Facility.mail(Facility.ADA);
        one.subscriptions()
                .add(new Subscription(
                        "", each.owner(), each.kinds(), "", "", each.least(), each.channel(), each.target(), true));
        facility.happens(NoticeKind.RUN_ERRORED, "r1");
        facility.minute(one);
        facility.happens(NoticeKind.RUN_FINISHED, "r2");
        facility.minute(one);
        deliver(Duration.ofHours(18));
        assertThat(arrived).isEmpty();
        deliver(Duration.ofHours(1));

        assertThat(arrived).containsExactly("ada [r1, r2]");
    }

    @Test
    void aNodeThatWasKilledWhileItSentIsFollowedByAnotherWithTheSameId() {
        one.subscriptions().add(Facility.mail(Facility.ADA));
        List<String> ids = new ArrayList<>();
        one.sendBy(Channel.MAIL, (target, message) -> {
            ids.add(message.id());
            throw new Error("killed");
        });
        other.sendBy(Channel.MAIL, (target, message) -> ids.add(message.id()));
        facility.happens(NoticeKind.RUN_ERRORED, "r1");
        facility.minute(one);
        assertThatThrownBy(one::deliver).isInstanceOf(Error.class);
        other.deliver();
        assertThat(ids).hasSize(1);
        facility.clock.pass(Receivers.LEASE.plusSeconds(1));
        other.deliver();
        other.deliver();

        assertThat(ids).hasSize(2);
        assertThat(ids.get(0)).isEqualTo(ids.get(1));
    }
}
