package org.egcg.reporting.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.egcg.reporting.config.NoticeSettings.Account;
import org.egcg.reporting.config.NoticeSettings.Format;
import org.egcg.reporting.config.NoticeSettings.Mail;
import org.egcg.reporting.config.NoticeSettings.Security;
import org.egcg.reporting.config.NoticeSettings.Webhook;

/** Reads the section {@code notices}; what could not be safe stops the start. */
final class NoticeFile {

    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Pattern ADDRESS = Pattern.compile("[!-~&&[^<>@,;]]+@[A-Za-z0-9.-]+");
    private static final int LAST_PORT = 65_535;
    private static final int LAST_HOUR = 23;
    private static final int MOST_DAYS = 365;

    private final ConfigFile file;

    NoticeFile(ConfigFile file) {
        this.file = file;
    }

    NoticeSettings notices() {
        NoticeSettings notices = new NoticeSettings(
                file.text(ConfigKey.NOTICE_ADDRESS)
                        .map(text -> web(ConfigKey.NOTICE_ADDRESS, text.replaceAll("/+$", ""))),
                file.text(ConfigKey.MAIL_HOST).map(this::mail),
                webhooks(),
                file.text(ConfigKey.WEBHOOK_SECRET).map(Secret::new),
                Duration.ofDays(file.whole(ConfigKey.NOTICE_LANES, MOST_DAYS).orElse(2)),
                Duration.ofDays(file.whole(ConfigKey.NOTICE_SAMPLES, MOST_DAYS).orElse(7)),
                file.whole(ConfigKey.NOTICE_HOUR, LAST_HOUR).orElse(7));
        complete(notices);
        return notices;
    }

    private void complete(NoticeSettings notices) {
        boolean sends = notices.mail().isPresent() || !notices.webhooks().isEmpty();
        if (sends && notices.address().isEmpty()) {
            throw file.wrong(ConfigKey.NOTICE_ADDRESS, "is missing, and links in notices need it");
        }
        if (!notices.webhooks().isEmpty() && notices.secret().isEmpty()) {
            throw file.wrong(ConfigKey.WEBHOOK_SECRET, "is missing, and requests to webhooks are signed with it");
        }
    }

    private Mail mail(String host) {
        Security security = file.text(ConfigKey.MAIL_SECURITY)
                .map(word -> word(ConfigKey.MAIL_SECURITY, word, Security.class))
                .orElse(Security.STARTTLS);
        int usual = security == Security.TLS ? 465 : security == Security.STARTTLS ? 587 : 25;
        Optional<Account> account = file.text(ConfigKey.MAIL_USER)
                .map(user -> new Account(user, new Secret(file.required(ConfigKey.MAIL_PASSWORD))));
        if (account.isPresent() && security == Security.NONE && !HERE.contains(host)) {
            throw file.wrong(
                    ConfigKey.MAIL_SECURITY, "must not be none with a password, which could be read on the way");
        }
        return new Mail(
                host,
                file.whole(ConfigKey.MAIL_PORT, LAST_PORT).orElse(usual),
                security,
                account,
                from(),
                file.texts(ConfigKey.MAIL_DOMAINS).stream()
                        .map(domain -> domain.toLowerCase(Locale.ROOT))
                        .toList());
    }

    private String from() {
        String from = file.required(ConfigKey.MAIL_FROM);
        if (!ADDRESS.matcher(from).matches()) {
            throw file.wrong(ConfigKey.MAIL_FROM, "must be an e-mail address");
        }
        return from;
    }

    private Map<String, Webhook> webhooks() {
        Map<String, String> formats = file.textByText(ConfigKey.WEBHOOK_FORMATS);
        Map<String, Webhook> webhooks = new LinkedHashMap<>();
        file.textByText(ConfigKey.WEBHOOKS).forEach((name, address) -> {
            Format format = word(ConfigKey.WEBHOOK_FORMATS, formats.getOrDefault(name, "json"), Format.class);
            webhooks.put(name, new Webhook(web(ConfigKey.WEBHOOKS, address), format));
        });
        formats.keySet().stream().filter(name -> !webhooks.containsKey(name)).forEach(name -> {
            throw file.wrong(ConfigKey.WEBHOOK_FORMATS, name + " is no webhook of notices.webhooks");
        });
        return webhooks;
    }

    private <E extends Enum<E>> E word(ConfigKey key, String word, Class<E> words) {
        List<E> all = List.of(words.getEnumConstants());
        return all.stream()
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> file.wrong(
                        key,
                        "must be one of "
                                + Arrays.stream(words.getEnumConstants())
                                        .map(one -> one.name().toLowerCase(Locale.ROOT))
                                        .collect(Collectors.joining(", "))));
    }

    /** An address whose traffic is encrypted on the way. */
    private URI web(ConfigKey key, String text) {
        try {
            URI address = new URI(text);
            boolean safe = "https".equals(address.getScheme())
                    || ("http".equals(address.getScheme()) && HERE.contains(address.getHost()));
            if (safe
                    && address.getHost() != null
                    && address.getRawFragment() == null
                    && address.getUserInfo() == null) {
                return address;
            }
        } catch (URISyntaxException noAddress) {
            // said below
        }
        throw file.wrong(key, "must be an https address (http only on this machine)");
    }
}
