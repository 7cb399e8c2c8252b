package org.egcg.reporting.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.egcg.reporting.config.NoticeSettings;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.error.ReportingException.NotFound;
import org.egcg.reporting.security.User;
import org.egcg.reporting.testkit.Logged;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who is told what in the pages, and what people can ask for. */
class SubscriptionsTest {

    private final Facility facility = new Facility();
    private final Notices notices = facility.node();

    @AfterEach
    void close() {
        facility.close();
    }

    private static Subscription pages(User user, String project, String instrument, NoticeKind... kinds) {
        return new Subscription(
                "",
                user == null ? "" : user.id(),
                Set.of(kinds),
                project,
                instrument,
                NoticeUrgency.INFORMATION,
                Channel.PAGE,
                "",
                false);
    }

    private List<String> told(User user) {
        return notices.of(user).stream()
                .map(received -> received.notice().subject())
                .sorted()
                .toList();
    }

    private void happenings() {
        facility.minute(notices);
        facility.happens(NoticeKind.RUN_FINISHED, "finished");
        facility.happens(NoticeKind.RUN_ERRORED, "errored");
        facility.happens(NoticeKind.STORE_TROUBLE, "trouble");
        facility.events.add(facility.events.remove(1).on(Optional.of("E1")).ofProjects(List.of("p1")));
        facility.minute(notices);
    }

    @Test
    void whileNothingIsSaidAllThatIsNotForInformationAloneIsShown() {
        happenings();

        assertThat(told(Facility.ADA)).containsExactly("errored");
    }

    @Test
    void troubleOfTheStoreIsToldToAdministratorsAloneWhateverOthersAskFor() {
        notices.subscriptions().add(pages(Facility.ADA, "", "", NoticeKind.STORE_TROUBLE));
        happenings();

        assertThat(told(Facility.ADA)).isEmpty();
        assertThat(told(Facility.ZOE)).containsExactly("errored", "trouble");
    }

    @Test
    void theFacilitysComesBeforeTheUsualAndOnesOwnBeforeTheFacilitys() {
        happenings();
        notices.subscriptions().add(pages(null, "", "", NoticeKind.RUN_FINISHED));
        assertThat(told(Facility.ADA)).containsExactly("finished");

        notices.subscriptions().add(pages(Facility.ADA, "", "E1"));
        notices.subscriptions().add(pages(Facility.BEN, "p1", ""));
        notices.subscriptions().add(pages(Facility.ZOE, "p2", ""));

        assertThat(told(Facility.ADA)).containsExactly("errored");
        assertThat(told(Facility.BEN)).containsExactly("errored");
        assertThat(told(Facility.ZOE)).isEmpty();
    }

    @Test
    void whatIsReadIsReadOnEveryNodeAndForOneUserAlone() {
        happenings();
        Notices other = facility.node();
        assertThat(other.unread(Facility.ZOE)).isEqualTo(2);

        notices.markRead(Facility.ZOE, notices.of(Facility.ZOE).get(0).notice().id());
        assertThat(notices.unread(Facility.ZOE)).isEqualTo(1);
        facility.clock.pass(Duration.ofSeconds(6));
        assertThat(other.unread(Facility.ZOE)).isEqualTo(1);
        assertThat(other.unread(Facility.ADA)).isEqualTo(1);

        notices.markAllRead(Facility.ZOE);
        assertThat(notices.unread(Facility.ZOE)).isZero();
        assertThat(notices.of(Facility.ZOE)).hasSize(2);
    }

    @Test
    void mailsGoToAddressesOfTheConfiguredDomainsAndWebhooksAreTheFacilitys() {
        Subscriptions all = notices.subscriptions();
        Subscription mail = Facility.mail(Facility.ADA);
        all.add(mail);
        for (String address :
                List.of("", "ada", "ada@other.org", "ada@example.org\r\nx", "a@b@example.org", "@example.org")) {
            assertThatThrownBy(() -> all.add(to(mail, Channel.MAIL, address)))
                    .as(address)
                    .isInstanceOf(Malformed.class);
        }
        assertThatThrownBy(() -> all.add(to(mail, Channel.WEBHOOK, "chat"))).isInstanceOf(Malformed.class);
        Subscription facilitys = to(pages(null, "", ""), Channel.WEBHOOK, "chat");
        all.add(facilitys);
        assertThatThrownBy(() -> all.add(to(facilitys, Channel.WEBHOOK, "https://10.0.0.1/")))
                .isInstanceOf(Malformed.class);
        assertThat(all.of("")).singleElement().extracting(Subscription::target).isEqualTo("chat");
    }

    private static Subscription to(Subscription one, Channel channel, String target) {
        return new Subscription(
                one.id(),
                one.owner(),
                one.kinds(),
                one.project(),
                one.instrument(),
                one.least(),
                channel,
                target,
                one.daily());
    }

    @Test
    void withNothingConfiguredNothingCanBeSentAnywhere() {
        Notices bare = facility.node(NoticeSettings.NONE);
        assertThatThrownBy(() -> bare.subscriptions().add(Facility.mail(Facility.ADA)))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("not set up");
    }

    /** Not even where a subscription is left of a time when mails were sent. */
    @Test
    void withNothingConfiguredNothingIsTriedAndNothingIsLogged() {
        notices.subscriptions().add(Facility.mail(Facility.ADA));
        Notices bare = facility.node(NoticeSettings.NONE);
        facility.minute(bare);
        try (Logged log = Logged.by("org.egcg.reporting")) {
            for (int minute = 0; minute < 10; minute++) {
                facility.happens(NoticeKind.RUN_ERRORED, "r" + minute);
                facility.minute(bare);
                bare.deliver();
            }
            assertThat(log.messages()).isEmpty();
        }
        assertThat(bare.of(Facility.ADA)).hasSize(10);
        assertThat(bare.receivers()).isEmpty();
    }

    @Test
    void nobodyRemovesTheSubscriptionsOfAnother() {
        Subscription kept = notices.subscriptions().add(pages(Facility.ADA, "", ""));

        assertThatThrownBy(() -> notices.subscriptions().remove(Facility.BEN.id(), kept.id()))
                .isInstanceOf(NotFound.class);
        assertThat(notices.subscriptions().of(Facility.ADA.id())).containsExactly(kept);
        notices.subscriptions().remove(Facility.ADA.id(), kept.id());
        assertThat(notices.subscriptions().of(Facility.ADA.id())).isEmpty();
    }

    @Test
    void ofAnAccountThatIsGoneNothingIsKept() {
        notices.subscriptions().add(pages(Facility.ADA, "", ""));
        notices.subscriptions().add(pages(null, "", ""));

        notices.removeAllOf(Facility.ADA.id());

        assertThat(notices.subscriptions().of(Facility.ADA.id())).isEmpty();
        assertThat(notices.subscriptions().of("")).hasSize(1);
    }
}
