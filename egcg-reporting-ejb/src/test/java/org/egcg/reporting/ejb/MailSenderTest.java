package org.egcg.reporting.ejb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.List;
import java.util.Optional;
import org.egcg.reporting.config.NoticeSettings.Account;
import org.egcg.reporting.config.NoticeSettings.Mail;
import org.egcg.reporting.config.NoticeSettings.Security;
import org.egcg.reporting.config.Secret;
import org.egcg.reporting.notice.NotSent;
import org.egcg.reporting.notice.NoticeMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a real mail server receives. */
class MailSenderTest {

    private static final NoticeMessage MESSAGE = new NoticeMessage(
            "6a0f00112233445566778899",
            List.of(),
            "[Lab] Run errored: Probe „Ä“",
            "It failed – ä.\n",
            "<!DOCTYPE html><html><body><p>It failed – ä.</p></body></html>\n");

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private MailSender sender(Security security, String password) {
        server.setUser("reporting@example.org", "reporting", "right");
        return new MailSender(new Mail(
                "127.0.0.1",
                server.getSmtp().getPort(),
                security,
                Optional.of(new Account("reporting", new Secret(password))),
                "reporting@example.org",
                List.of()));
    }

    @Test
    void aMailHasTextAndHtmlAndTheIdOfTheNotice() throws Exception {
        sender(Security.NONE, "right").send("ada@example.org", MESSAGE);

        MimeMessage received = server.getReceivedMessages()[0];
        assertThat(received.getMessageID()).isEqualTo("<6a0f00112233445566778899@example.org>");
        assertThat(received.getSubject()).isEqualTo(MESSAGE.subject());
        assertThat(received.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(received.getAllRecipients()).extracting(Object::toString).containsExactly("ada@example.org");
        assertThat(received.getContentType()).startsWith("multipart/alternative");
        MimeMultipart parts = (MimeMultipart) received.getContent();
        assertThat(text(parts.getBodyPart(0))).isEqualTo(MESSAGE.text());
        assertThat(text(parts.getBodyPart(1))).isEqualTo(MESSAGE.html());
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html");
    }

    private static String text(BodyPart part) throws Exception {
        return part.getContent().toString().replace("\r\n", "\n");
    }

    @Test
    void aServerThatDoesNotSpeakTlsGetsNeitherMailNorPassword() {
        assertThatThrownBy(() -> sender(Security.STARTTLS, "right").send("ada@example.org", MESSAGE))
                .isInstanceOf(NotSent.class)
                .hasMessageContaining("STARTTLS");
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void aServerThatIsAwayIsAskedAgainLater() {
        MailSender sender = sender(Security.NONE, "right");
        server.stop();

        assertThatThrownBy(() -> sender.send("ada@example.org", MESSAGE))
                .isInstanceOfSatisfying(NotSent.class, failed -> {
                    assertThat(failed.isRefused()).isFalse();
                    assertThat(failed.getMessage()).startsWith("mail server: ").doesNotContain("right");
                });
    }
}
