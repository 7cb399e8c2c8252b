package org.egcg.reporting.config;

import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How people are told of what has happened.
 *
 * @param address of this service as browsers see it, for links; present if anything can be sent
 * @param mail empty if no mails are sent
 * @param webhooks by the names under which administrators choose them, in the file's order
 * @param secret under which requests to webhooks are signed; present if there are any
 * @param lanes how long a lane may wait for a decision before that is told
 * @param samples how long a sample may
 * @param digestHour the hour of the day at which daily summaries are sent, 0 to 23
 */
public record NoticeSettings(
        Optional<URI> address,
        Optional<Mail> mail,
        Map<String, Webhook> webhooks,
        Optional<Secret> secret,
        Duration lanes,
        Duration samples,
        int digestHour) {

    /** Nothing is sent. */
    public static final NoticeSettings NONE = new NoticeSettings(
            Optional.empty(), Optional.empty(), Map.of(), Optional.empty(), Duration.ofDays(2), Duration.ofDays(7), 7);

    public NoticeSettings {
        webhooks = Collections.unmodifiableMap(new LinkedHashMap<>(webhooks));
    }

    /** How the connection to the mail server is made safe. */
    public enum Security {
        /** Not at all: a server on the same machine or network. */
        NONE,
        /** By STARTTLS, without which nothing is sent. */
        STARTTLS,
        /** By TLS from the first byte on. */
        TLS
    }

    /**
     * The mail server.
     *
     * @param account empty if the server asks for none
     * @param from the sender's address
     * @param domains to which users may have mails sent; empty for all
     */
    public record Mail(
            String host, int port, Security security, Optional<Account> account, String from, List<String> domains) {
        public Mail {
            domains = List.copyOf(domains);
        }
    }

    /** An account at the mail server. */
    public record Account(String username, Secret password) {}

    /** In which form a webhook takes notices. */
    public enum Format {
        JSON,
        SLACK,
        TEAMS,
        MATTERMOST
    }

    /** A target of requests. */
    public record Webhook(URI address, Format format) {
        /** The path may hold a secret. */
        @Override
        public String toString() {
            return format + " at " + address.getHost();
        }
    }
}
