package org.egcg.reporting.notice;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.egcg.reporting.config.NoticeSettings;
import org.egcg.reporting.error.ReportingException.Malformed;

/** Which targets notices may go to. Webhooks are those that the configuration names, and the facility's alone. */
record SubscriptionRules(NoticeSettings settings) {

    private static final int LONGEST = 254;
    private static final int LETTERS = 300;
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9.-]{1,190}");

    void check(Subscription wanted) {
        if (wanted.project().length() > LETTERS || wanted.instrument().length() > LETTERS) {
            throw new Malformed("project and instrument: at most " + LETTERS + " letters");
        }
        switch (wanted.channel()) {
            case PAGE -> {
                if (wanted.daily()) {
                    throw new Malformed("in the pages there is no daily summary");
                }
            }
            case MAIL -> mail(wanted.target());
            case WEBHOOK -> webhook(wanted);
        }
    }

    private void mail(String address) {
        if (settings.mail().isEmpty()) {
            throw new Malformed("e-mail is not set up");
        }
        if (address.length() > LONGEST || !ADDRESS.matcher(address).matches()) {
            throw new Malformed("address: must be an e-mail address");
        }
        if (!isIn(settings.mail().get().domains(), address)) {
            throw new Malformed("address: must end in @"
                    + String.join(" or @", settings.mail().get().domains()));
        }
    }

    private static boolean isIn(List<String> domains, String address) {
        String domain = address.substring(address.indexOf('@') + 1).toLowerCase(Locale.ROOT);
        return domains.isEmpty() || domains.contains(domain);
    }

    private void webhook(Subscription wanted) {
        if (!wanted.isFacilitys()) {
            throw new Malformed("webhooks are the facility's; administrators set them");
        }
        if (!settings.webhooks().containsKey(wanted.target())) {
            throw new Malformed("webhook: the configuration names none that is called so");
        }
    }

    /** Whether anything can be sent to a target as it is configured now. */
    boolean isGood(Channel channel, String target) {
        return switch (channel) {
            case PAGE -> true;
            case MAIL ->
                settings.mail().filter(mail -> isIn(mail.domains(), target)).isPresent();
            case WEBHOOK -> settings.webhooks().containsKey(target);
        };
    }
}
