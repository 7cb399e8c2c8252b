package org.egcg.reporting.config;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Every key of the configuration file. A new key is a line here, a component of a record in {@link ReportingConfig},
 * and a commented line in {@code example_reporting.yaml}.
 */
enum ConfigKey {
    KEY("rest_app.key", Kind.TEXT, "made once, kept in the data directory", "Secret that signs login tokens."),
    PORT("rest_app.port", Kind.WHOLE, "8080", "Port of the service; the environment variable HTTP_PORT wins."),
    URL_PREFIX("rest_app.url_prefix", Kind.TEXT, "none", "First part of all API paths, such as api."),
    API_VERSION("rest_app.api_version", Kind.TEXT, "none", "Second part of all API paths, such as 0.1."),
    X_DOMAINS("rest_app.x_domains", Kind.TEXTS, "none", "Origins whose pages may call the API; * for all."),
    X_METHODS("rest_app.x_methods", Kind.TEXTS, "all of the address", "Methods that these pages may use."),
    X_HEADERS(
            "rest_app.x_headers",
            Kind.TEXTS,
            "Authorization, Content-Type, If-Match, If-None-Match, Idempotency-Key, X-HTTP-Method-Override",
            "Headers that these pages may send."),
    X_EXPOSE_HEADERS(
            "rest_app.x_expose_headers",
            Kind.TEXTS,
            "ETag, Idempotency-Key, Link, Location, Retry-After, X-Total-Count",
            "Headers that these pages may read."),
    USER_TIMEOUT(
            "rest_app.user_timeout",
            Kind.WHOLE,
            "7200",
            "Seconds for which a login token is good, and for which a visitor of the pages may do nothing."),
    DB_HOST("rest_app.db_host", Kind.TEXT, "embedded store", "Host of MongoDB, or a mongodb:// connection string."),
    DB_PORT("rest_app.db_port", Kind.WHOLE, "27017", "Port of MongoDB, where db_host names none."),
    DB_NAME("rest_app.db_name", Kind.TEXT, "reporting", "Name of the database."),
    LIMS_URL("rest_app.lims_url", Kind.TEXT, "none", "Address of the Clarity LIMS in links."),
    LIMS_TYPE("rest_app.lims_database.database_type", Kind.TEXT, "postgresql", "Kind of the LIMS database."),
    LIMS_ADDRESS("rest_app.lims_database.url", Kind.TEXT, "embedded LIMS", "host or host:port of the LIMS database."),
    LIMS_NAME("rest_app.lims_database.db", Kind.TEXT, "none", "Name of the LIMS database."),
    LIMS_USER("rest_app.lims_database.username", Kind.TEXT, "none", "User of the LIMS database; reading is enough."),
    LIMS_PASSWORD("rest_app.lims_database.password", Kind.TEXT, "none", "Password of that user."),
    CLARITY_URI("rest_app.clarity.baseuri", Kind.TEXT, "no Clarity", "Address of Clarity's own REST API."),
    CLARITY_USER("rest_app.clarity.username", Kind.TEXT, "none", "Account that reads sample thresholds in Clarity."),
    CLARITY_PASSWORD("rest_app.clarity.password", Kind.TEXT, "none", "Password of that account."),
    COVERAGES(
            "rest_app.available_coverages",
            Kind.TEXTS,
            "none",
            "Coverages (X) for which a species' required yield is worked out."),
    YIELDS(
            "rest_app.available_yields",
            Kind.NUMBERS,
            "none",
            "Yields (Gb) that can be ordered, each with the yield at Q30 that it promises."),
    REST_LEGACY_ROLE("rest_app.legacy_user_role", Kind.TEXT, "service.legacy_user_role", "Same, where that is absent."),
    REST_DEBUG("rest_app.debug", Kind.FLAG, "", Kind.NO_EFFECT),
    REST_STREAM("rest_app.stream_handlers", Kind.ANY, "", Kind.NO_EFFECT),
    REST_FILE("rest_app.file_handlers", Kind.ANY, "", Kind.NO_EFFECT),
    REST_ROTATING("rest_app.rotating_file_handlers", Kind.ANY, "", Kind.NO_EFFECT),
    REST_TIMED("rest_app.timed_rotating_file_handlers", Kind.ANY, "", Kind.NO_EFFECT),

    USER_DB(
            "reporting_app.user_db",
            Kind.TEXT,
            "users.sqlite in the data directory",
            "Where users are kept: path of an SQLite file, or a JDBC URL."),
    UI_KEY("reporting_app.key", Kind.TEXT, "rest_app.key", "Same as rest_app.key, where that is absent."),
    UI_TIMEOUT("reporting_app.user_timeout", Kind.WHOLE, "rest_app.user_timeout", "Same, where that is absent."),
    UI_LIMS_URL("reporting_app.lims_url", Kind.TEXT, "rest_app.lims_url", "Same, where that is absent."),
    UI_LEGACY_ROLE(
            "reporting_app.legacy_user_role", Kind.TEXT, "service.legacy_user_role", "Same, where that is absent."),
    UI_PORT("reporting_app.port", Kind.WHOLE, "", Kind.NO_EFFECT),
    UI_REST_API("reporting_app.rest_api", Kind.TEXT, "", Kind.NO_EFFECT),
    UI_DEBUG("reporting_app.debug", Kind.FLAG, "", Kind.NO_EFFECT),
    UI_STREAM("reporting_app.stream_handlers", Kind.ANY, "", Kind.NO_EFFECT),
    UI_FILE("reporting_app.file_handlers", Kind.ANY, "", Kind.NO_EFFECT),
    UI_ROTATING("reporting_app.rotating_file_handlers", Kind.ANY, "", Kind.NO_EFFECT),
    UI_TIMED("reporting_app.timed_rotating_file_handlers", Kind.ANY, "", Kind.NO_EFFECT),

    DATA_DIR(
            "service.data_dir",
            Kind.TEXT,
            "~/.egcg-reporting",
            "Where embedded databases and generated keys live; the environment variable EGCG_DATA_DIR wins."),
    CONFIG_DIR(
            "service.config_dir",
            Kind.TEXT,
            "packaged files",
            "Where files that replace the packaged schema, thresholds and columns lie; EGCG_CONFIG_DIR wins."),
    LEGACY_USER_ROLE(
            "service.legacy_user_role",
            Kind.TEXT,
            "editor",
            "Role of users that have none yet: viewer, editor or admin."),
    FACILITY_NAME("service.facility_name", Kind.TEXT, "EGCG Reporting", "Name of the laboratory in page titles."),
    FACILITY_LOGO("service.facility_logo", Kind.TEXT, "none", "Path of an image file for the page head."),
    TIME_ZONE("service.time_zone", Kind.TEXT, "UTC", "Zone in which pages show times, such as Europe/London."),
    TURNAROUND_WEEKS(
            "service.turnaround_weeks",
            Kind.WHOLE,
            "none",
            "Weeks from its arrival in which a sample is to be delivered: the target in the charts of turnaround."),
    RUN_ID_PATTERN(
            "service.run_id_pattern",
            Kind.TEXT,
            "makers' forms alone",
            "Regular expression of the institute's run ids, with groups date, instrument, number, side or flowcell."),
    CONTROLS(
            "service.controls",
            Kind.TEXT_BY_TEXT,
            "the field control alone",
            "Kinds of controls (negative, positive, phix), each with a regular expression of its sample ids."),
    MAX_BODY("service.max_body_mb", Kind.WHOLE, "64", "Megabytes that a request may send; more is answered 413."),
    MAX_DEPTH(
            "service.max_depth", Kind.WHOLE, "100", "How deep the JSON that is sent may nest; deeper is answered 413."),
    MAX_REQUESTS("service.max_requests", Kind.WHOLE, "64", "Requests at work at the same time; others wait."),
    MAX_WAIT("service.max_wait_seconds", Kind.WHOLE, "10", "Seconds that a request waits before it is answered 503."),
    STORE_TIME("service.store_seconds", Kind.WHOLE, "60", "Seconds that the store may work for one request; then 422."),
    LIMS_TIME(
            "service.lims_seconds",
            Kind.WHOLE,
            "120",
            "Seconds for one question to the LIMS, then 503; and for all those of one request together, then 422."),
    STOP_TIME(
            "service.stop_seconds",
            Kind.WHOLE,
            "30",
            "Seconds in which a server stops; requests at work are given half of them."),
    HISTORY_DAYS(
            "service.history_days",
            Kind.WHOLE,
            "for ever",
            "Days for which it is kept who has changed which document."),
    LOGIN_FAILURES(
            "service.max_login_failures",
            Kind.WHOLE,
            "20",
            "Failed logins of an account from one address before further ones have to wait and are answered 429."),
    HTTPS("service.https", Kind.FLAG, "false", "Whether browsers come by HTTPS only: cookies and answers say so."),
    PROXIES(
            "service.proxies",
            Kind.TEXTS,
            "none",
            "Addresses of proxies, or networks such as 10.0.0.0/8, whose X-Forwarded-For is believed."),
    MAX_VALUES(
            "service.max_values",
            Kind.WHOLE,
            "1000000",
            "How many values the JSON of a request may have; more is answered 413."),
    MAX_STRANGERS(
            "service.max_strangers",
            Kind.WHOLE,
            "32",
            "Requests at work at the same time whose senders are not known yet, a quarter of them from one address."),
    BODY_TIME(
            "service.body_seconds",
            Kind.WHOLE,
            "10",
            "Seconds that a body may take to arrive, and one more for each 50 KB; slower is answered 408."),
    SESSION_HOURS(
            "service.session_hours",
            Kind.WHOLE,
            "12",
            "Hours after which a visitor of the pages has to log in again, whatever he does."),
    INITIAL_PASSWORD_DAYS(
            "service.initial_password_days",
            Kind.WHOLE,
            "7",
            "Days for which a password that somebody else has given is good."),
    TOKEN_DAYS("service.token_days", Kind.WHOLE, "730", "Days for which a token for a program may be good at most."),

    SIGN_IN_ROLES(
            "sign_in.roles",
            Kind.TEXT_BY_TEXT,
            "none",
            "Groups of the institute, each with the role of its members: viewer, editor or admin."),
    SIGN_IN_DEFAULT(
            "sign_in.default_role", Kind.TEXT, "not admitted", "Role of those who are in none of these groups."),
    SIGN_IN_CONFIRM(
            "sign_in.confirm_seconds",
            Kind.WHOLE,
            "240",
            "Seconds after which the institute is asked again whether somebody is still known; at most 300."),
    SIGN_IN_TOKENS(
            "sign_in.token_hours",
            Kind.WHOLE,
            "24",
            "Hours since the last confirmation for which API tokens of OpenID Connect and header users hold."),
    SIGN_IN_LOCAL(
            "sign_in.local_pages",
            Kind.FLAG,
            "true",
            "Whether local accounts log in to the pages; false leaves them the API."),
    OIDC_ISSUER(
            "sign_in.oidc.issuer", Kind.TEXT, "no OpenID Connect", "Issuer of the OpenID provider, an https address."),
    OIDC_CLIENT("sign_in.oidc.client_id", Kind.TEXT, "none", "What the provider knows this service as."),
    OIDC_SECRET("sign_in.oidc.client_secret", Kind.TEXT, "public client", "Secret of this service at the provider."),
    OIDC_SCOPES("sign_in.oidc.scopes", Kind.TEXTS, "openid, profile", "Scopes that the provider is asked for."),
    OIDC_NAME("sign_in.oidc.name_claim", Kind.TEXT, "preferred_username", "Claim that holds the user's name."),
    OIDC_GROUPS(
            "sign_in.oidc.groups_claim",
            Kind.TEXT,
            "groups",
            "Claim that holds the groups; dots lead inside, as in realm_access.roles."),
    OIDC_LABEL("sign_in.oidc.label", Kind.TEXT, "single sign-on", "What the login page calls the provider."),
    OIDC_REDIRECT(
            "sign_in.oidc.redirect_base",
            Kind.TEXT,
            "none",
            "Address of this service as browsers see it, such as https://reporting.example.org."),
    OIDC_CA(
            "sign_in.oidc.ca_file",
            Kind.TEXT,
            "the JVM's",
            "PEM file of the authorities that the provider's certificate is of."),
    LDAP_URLS(
            "sign_in.ldap.urls",
            Kind.TEXTS,
            "no LDAP",
            "Servers of the directory, ldaps:// or ldap://, asked in this order."),
    LDAP_START_TLS(
            "sign_in.ldap.start_tls",
            Kind.FLAG,
            "true with ldap://",
            "Whether ldap:// connections are made safe by StartTLS."),
    LDAP_CA(
            "sign_in.ldap.ca_file",
            Kind.TEXT,
            "the JVM's",
            "PEM file of the authorities that the servers' certificates are of."),
    LDAP_BIND_DN("sign_in.ldap.bind_dn", Kind.TEXT, "anonymous", "Account that may search the directory."),
    LDAP_BIND_PASSWORD("sign_in.ldap.bind_password", Kind.TEXT, "none", "Password of that account."),
    LDAP_USER_BASE("sign_in.ldap.user_base", Kind.TEXT, "none", "Where users are searched."),
    LDAP_USER_FILTER(
            "sign_in.ldap.user_filter",
            Kind.TEXT,
            "(uid={name})",
            "Which entry is a user's; {name} is what was entered."),
    LDAP_GROUP_BASE(
            "sign_in.ldap.group_base",
            Kind.TEXT,
            "memberOf alone",
            "Where groups are searched; groups elsewhere do not count."),
    LDAP_GROUP_FILTER(
            "sign_in.ldap.group_filter",
            Kind.TEXT,
            "(member={dn})",
            "Which groups a user is in; {dn} and {name} are his."),
    LDAP_NAME("sign_in.ldap.name_attribute", Kind.TEXT, "uid", "Attribute that holds the user's name."),
    LDAP_NESTED(
            "sign_in.ldap.nested",
            Kind.FLAG,
            "false",
            "Whether groups of groups count, by Active Directory's matching rule."),
    HEADER_USER(
            "sign_in.header.user",
            Kind.TEXT,
            "no header",
            "Header in which the proxies of service.proxies name the user whom they have let in."),
    HEADER_GROUPS("sign_in.header.groups", Kind.TEXT, "none", "Header in which they list his groups."),
    HEADER_SEPARATOR("sign_in.header.separator", Kind.TEXT, ",", "What stands between two groups there."),

    NOTICE_ADDRESS(
            "notices.address",
            Kind.TEXT,
            "nothing is sent",
            "Address of this service as browsers see it, for links in notices."),
    NOTICE_LANES("notices.lane_days", Kind.WHOLE, "2", "Days that lanes may wait for a decision before that is told."),
    NOTICE_SAMPLES(
            "notices.sample_days", Kind.WHOLE, "7", "Days that samples may wait for a decision before that is told."),
    NOTICE_HOUR("notices.digest_hour", Kind.WHOLE, "7", "Hour of the day at which daily summaries are sent, 1 to 23."),
    MAIL_HOST("notices.mail.host", Kind.TEXT, "no mails", "Mail server (SMTP)."),
    MAIL_SECURITY("notices.mail.security", Kind.TEXT, "starttls", "starttls, tls or none."),
    MAIL_PORT("notices.mail.port", Kind.WHOLE, "587, 465 with tls, 25 with none", "Port of the mail server."),
    MAIL_USER("notices.mail.username", Kind.TEXT, "no login", "Account at the mail server."),
    MAIL_PASSWORD("notices.mail.password", Kind.TEXT, "none", "Password of that account."),
    MAIL_FROM("notices.mail.from", Kind.TEXT, "none", "Sender's address."),
    MAIL_DOMAINS(
            "notices.mail.domains", Kind.TEXTS, "all", "Domains of the addresses to which users may have mails sent."),
    WEBHOOKS(
            "notices.webhooks",
            Kind.TEXT_BY_TEXT,
            "none",
            "Targets that administrators can choose, each a name with an https address."),
    WEBHOOK_FORMATS(
            "notices.webhook_formats",
            Kind.TEXT_BY_TEXT,
            "json",
            "Formats of these targets: json, slack, teams or mattermost."),
    WEBHOOK_SECRET(
            "notices.webhook_secret", Kind.TEXT, "none", "Secret under which requests to these targets are signed.");

    /** What may stand under a key. */
    enum Kind {
        TEXT("text"),
        WHOLE("whole number"),
        FLAG("true or false"),
        TEXTS("list"),
        NUMBERS("number: number, …"),
        TEXT_BY_TEXT("text: text, …"),
        ANY("anything");

        static final String NO_EFFECT = "Accepted from older files, without effect: logging is the server's.";

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    private final String path;
    private final Kind kind;
    private final String otherwise;
    private final String meaning;

    ConfigKey(String path, Kind kind, String otherwise, String meaning) {
        this.path = path;
        this.kind = kind;
        this.otherwise = otherwise;
        this.meaning = meaning;
    }

    String path() {
        return path;
    }

    Kind kind() {
        return kind;
    }

    /** What holds where the key is absent. */
    String otherwise() {
        return otherwise;
    }

    String meaning() {
        return meaning;
    }

    /** The sections above the key. */
    String[] sections() {
        String[] steps = path.split("\\.");
        return Arrays.copyOf(steps, steps.length - 1);
    }

    /** The key itself. */
    String key() {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    /** The keys and sections that may stand in a section; the empty path is the whole file. */
    static Set<String> within(String section) {
        String prefix = section.isEmpty() ? "" : section + ".";
        return Arrays.stream(values())
                .filter(key -> key.path.startsWith(prefix))
                .map(key -> key.path.substring(prefix.length()).split("\\.")[0])
                .collect(Collectors.toSet());
    }
}
