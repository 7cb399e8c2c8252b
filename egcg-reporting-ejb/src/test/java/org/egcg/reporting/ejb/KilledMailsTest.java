package org.egcg.reporting.ejb;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.egcg.reporting.config.NoticeSettings;
import org.egcg.reporting.config.NoticeSettings.Mail;
import org.egcg.reporting.config.NoticeSettings.Security;
import org.egcg.reporting.notice.Channel;
import org.egcg.reporting.notice.KilledNotices;
import org.egcg.reporting.notice.KilledNoticesProcess;
import org.egcg.reporting.notice.Subscription;
import org.junit.jupiter.api.AfterEach;

/** With a mail server, and one of whose mails nothing is that administrators alone may see. */
class KilledMailsTest extends KilledNotices {

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    /** What has arrived stays so: the server's list was seen without a mail that it had had a moment before. */
    private final Set<String> arrived = new HashSet<>();

    public static void main(String... arguments) throws Exception {
        try (KilledNoticesProcess process =
                process(Path.of(arguments[0]), Long.parseLong(arguments[1]), arguments[2])) {
            process.run();
        }
    }

    private static KilledNoticesProcess process(Path data, long base, String port) {
        Mail mail = new Mail(
                "127.0.0.1", Integer.parseInt(port), Security.NONE, Optional.empty(), "lab@example.org", List.of());
        NoticeSettings settings = new NoticeSettings(
                Optional.of(URI.create("https://reporting.example.org")),
                Optional.of(mail),
                Map.of(),
                Optional.empty(),
                Duration.ofDays(2),
                Duration.ofDays(7),
                7);
        return new KilledNoticesProcess(data, base, settings, Channel.MAIL, clock -> new MailSender(mail));
    }

    @Override
    protected KilledNoticesProcess open(Path data, long since, String where) {
        return process(data, since, where);
    }

    @Override
    protected Class<?> process() {
        return KilledMailsTest.class;
    }

    @Override
    protected Subscription subscription() {
        return TO_ADA;
    }

    @Override
    protected String receive() {
        server.start();
        return Integer.toString(server.getSmtp().getPort());
    }

    @Override
    protected Set<String> arrived() {
        Arrays.stream(server.getReceivedMessages()).map(KilledMailsTest::id).forEach(arrived::add);
        return Set.copyOf(arrived);
    }

    private static String id(MimeMessage mail) {
        try {
            return mail.getMessageID().replaceAll("^<|@.*", "");
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    @AfterEach
    void close() {
        server.stop();
    }
}
