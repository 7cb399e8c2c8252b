package org.egcg.reporting.web.page;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A mail server and a web server that a facility tells its notices. */
final class Receivers implements AutoCloseable {

    static final String HOOK = "lab chat";
    static final String ADDRESS = "ada@example.org";

    private final GreenMail mails = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final Queue<String> posted = new ConcurrentLinkedQueue<>();
    private final HttpServer hook;

    Receivers() throws IOException {
        mails.start();
        mails.setUser("reporting@example.org", "reporting", "right");
        hook = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hook.createContext("/", exchange -> {
            String signature = exchange.getRequestHeaders().getFirst("X-Notice-Signature");
            posted.add(signature + " " + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        hook.start();
    }

    /** The part of the configuration that names them. */
    String yaml() {
        return """
                notices:
                  address: 'https://reporting.example.org'
                  mail: {host: '127.0.0.1', port: %d, security: none, from: 'reporting@example.org', domains: ['example.org']}
                  webhooks: {'%s': 'http://127.0.0.1:%d/hook'}
                  webhook_secret: 'of this test'
                """.formatted(mails.getSmtp().getPort(), HOOK, hook.getAddress().getPort());
    }

    /** The mails that have arrived, from the subject on. */
    List<String> mails() throws MessagingException, IOException {
        List<String> texts = new ArrayList<>();
        for (MimeMessage mail : mails.getReceivedMessages()) {
            texts.add(mail.getSubject() + "\n"
                    + new String(mail.getRawInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
        return texts;
    }

    /** The requests that have arrived: the signature and the body. */
    List<String> posted() {
        return List.copyOf(posted);
    }

    /** Whether a mail and a request tell of something whose name begins so. */
    boolean areTold(String name) throws MessagingException, IOException {
        return mails().stream()
                        .map(mail -> mail.lines().findFirst().orElse(""))
                        .anyMatch(subject -> subject.contains(name))
                && posted().stream().anyMatch(request -> request.contains('"' + name));
    }

    @Override
    public void close() {
        mails.stop();
        hook.stop(0);
    }
}
