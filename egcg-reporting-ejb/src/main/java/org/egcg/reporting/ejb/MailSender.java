package org.egcg.reporting.ejb;

import jakarta.mail.Address;
import jakarta.mail.Authenticator;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.Properties;
import org.egcg.reporting.config.NoticeSettings;
import org.egcg.reporting.config.NoticeSettings.Mail;
import org.egcg.reporting.notice.NotSent;
import org.egcg.reporting.notice.NoticeMessage;
import org.egcg.reporting.notice.NoticeSender;

/** Sends notices by the mail server of the configuration, one connection each. */
final class MailSender implements NoticeSender {

    private static final String MILLISECONDS = "10000";

    private final Mail mail;

    MailSender(Mail mail) {
        this.mail = mail;
    }

    private static Properties properties(Mail mail) {
        boolean isTls = mail.security() == NoticeSettings.Security.TLS;
        boolean isStartTls = mail.security() == NoticeSettings.Security.STARTTLS;
        Properties properties = new Properties();
        properties.setProperty("mail.transport.protocol", "smtp");
        properties.setProperty("mail.smtp.host", mail.host());
        properties.setProperty("mail.smtp.port", Integer.toString(mail.port()));
        properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(isTls));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(isStartTls));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(isStartTls));
        properties.setProperty("mail.smtp.auth", Boolean.toString(mail.account().isPresent()));
        properties.setProperty("mail.smtp.connectiontimeout", MILLISECONDS);
        properties.setProperty("mail.smtp.timeout", MILLISECONDS);
        properties.setProperty("mail.smtp.writetimeout", MILLISECONDS);
        return properties;
    }

    private static Authenticator authenticator(Mail mail) {
        return mail.account()
                .<Authenticator>map(account -> new Authenticator() {
                    @Override
                    protected PasswordAuthentication getPasswordAuthentication() {
                        return new PasswordAuthentication(
                                account.username(), account.password().value());
                    }
                })
                .orElse(null);
    }

    @Override
    public void send(String target, NoticeMessage message) throws NotSent {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try {
            // the library finds its parts by the thread's loader, which does not know them on every server
            thread.setContextClassLoader(Session.class.getClassLoader());
            post(target, message);
        } catch (SendFailedException refused) {
            throw NotSent.refused(said(refused), refused);
        } catch (MessagingException away) {
            throw NotSent.away(said(away), away);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private void post(String target, NoticeMessage message) throws MessagingException {
        Session session = Session.getInstance(properties(mail), authenticator(mail));
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect();
            Address[] to = {new InternetAddress(target, true)};
            // as it is: to put it together here would need parts of the library that not every server lets be found
            byte[] text = new MailText(mail.from(), target, message).bytes();
            transport.sendMessage(new MimeMessage(session, new ByteArrayInputStream(text)), to);
        }
    }

    private static String said(MessagingException failure) {
        Exception next = failure.getNextException();
        String words = next == null ? failure.getMessage() : next.getMessage();
        return "mail server: "
                + String.valueOf(words).strip().lines().findFirst().orElse("no answer");
    }
}
