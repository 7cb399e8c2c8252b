package org.egcg.reporting.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.egcg.reporting.config.ReportingConfig.Api;
import org.egcg.reporting.config.ReportingConfig.Clarity;
import org.egcg.reporting.config.ReportingConfig.CrossOrigin;
import org.egcg.reporting.config.ReportingConfig.Database;
import org.egcg.reporting.config.ReportingConfig.Facility;
import org.egcg.reporting.config.ReportingConfig.Limits;
import org.egcg.reporting.config.ReportingConfig.Lims;
import org.egcg.reporting.config.ReportingConfig.Login;
import org.egcg.reporting.config.ReportingConfig.Names;
import org.egcg.reporting.config.ReportingConfig.Store;
import org.egcg.reporting.config.ReportingConfig.Yields;
import org.egcg.reporting.error.ReportingException.Misconfigured;
import org.egcg.reporting.yaml.Section;

/** Reads a configuration file; {@link ConfigKey} lists what may stand in it. */
final class ConfigFile {

    private static final int LAST_PORT = 65_535;
    private static final int MEGABYTE = 1024 * 1024;
    private static final int MOST_MEGABYTES = 1024;
    private static final int MOST_REQUESTS = 10_000;
    private static final int MOST_VALUES = 1_000_000_000;
    private static final int MOST_SECONDS = 86_400;
    private static final int MOST_HOURS = 720;
    private static final int MOST_DAYS = 36_500;
    private static final int MOST_WEEKS = 1000;
    private static final List<String> SECTIONS = List.of(
            "",
            "rest_app",
            "rest_app.lims_database",
            "rest_app.clarity",
            "reporting_app",
            "service",
            "sign_in",
            "sign_in.oidc",
            "sign_in.ldap",
            "sign_in.header",
            "notices",
            "notices.mail");

    private final Section root;
    private final Places places;

    ConfigFile(Section root, Places places) {
        this.root = root;
        this.places = places;
        SECTIONS.forEach(
                path -> at(path.isEmpty() ? new String[0] : path.split("\\.")).allowOnly(ConfigKey.within(path)));
        Arrays.stream(ConfigKey.values()).forEach(this::checkType);
    }

    private Section at(String... path) {
        Section section = root;
        for (String step : path) {
            section = section.section(step);
        }
        return section;
    }

    private Section sectionOf(ConfigKey key) {
        return at(key.sections());
    }

    private void checkType(ConfigKey key) {
        switch (key.kind()) {
            case TEXT -> text(key);
            case WHOLE -> whole(key, Integer.MAX_VALUE);
            case FLAG -> sectionOf(key).flag(key.key());
            case TEXTS -> texts(key);
            case NUMBERS -> numbers(key);
            case TEXT_BY_TEXT -> textByText(key);
            case ANY -> {}
        }
    }

    ReportingConfig config(SignInSettings signIn, NoticeSettings notices) {
        Path data = places.dataDirectory(text(ConfigKey.DATA_DIR));
        return new ReportingConfig(
                root.file(),
                data,
                places.configDirectory(text(ConfigKey.CONFIG_DIR)),
                whole(ConfigKey.PORT, LAST_PORT),
                new Api(
                        part(ConfigKey.URL_PREFIX),
                        part(ConfigKey.API_VERSION),
                        crossOrigin(),
                        texts(ConfigKey.PROXIES)),
                new Store(
                        connectionString(),
                        text(ConfigKey.DB_NAME).orElse("reporting"),
                        whole(ConfigKey.HISTORY_DAYS, MOST_DAYS).orElse(0)),
                lims(),
                text(ConfigKey.CLARITY_URI).map(this::clarity),
                login(data),
                new Yields(coverages(), numbers(ConfigKey.YIELDS)),
                facility(),
                new Names(text(ConfigKey.RUN_ID_PATTERN), textByText(ConfigKey.CONTROLS)),
                limits(),
                signIn,
                notices);
    }

    private CrossOrigin crossOrigin() {
        List<String> headers = texts(ConfigKey.X_HEADERS);
        List<String> exposed = texts(ConfigKey.X_EXPOSE_HEADERS);
        return new CrossOrigin(
                texts(ConfigKey.X_DOMAINS),
                texts(ConfigKey.X_METHODS),
                headers.isEmpty() ? CrossOrigin.SENT : headers,
                exposed.isEmpty() ? CrossOrigin.READ : exposed);
    }

    /** A part of the API's path, without slashes around it. */
    private String part(ConfigKey key) {
        return text(key).orElse("").replaceAll("^/+|/+$", "");
    }

    private Optional<Secret> connectionString() {
        return text(ConfigKey.DB_HOST)
                .map(host -> MongoAddress.of(host, whole(ConfigKey.DB_PORT, LAST_PORT)))
                .map(Secret::new);
    }

    private Lims lims() {
        Optional<String> url = text(ConfigKey.LIMS_URL).or(() -> text(ConfigKey.UI_LIMS_URL));
        Optional<Database> database = text(ConfigKey.LIMS_ADDRESS).map(this::limsDatabase);
        if (database.isPresent() && url.isEmpty()) {
            throw wrong(ConfigKey.LIMS_URL, "is missing, and links into the LIMS need it");
        }
        return new Lims(database, url);
    }

    private Database limsDatabase(String address) {
        String type = text(ConfigKey.LIMS_TYPE).orElse("postgresql");
        if (!type.toLowerCase(Locale.ROOT).equals("postgresql")) {
            throw wrong(ConfigKey.LIMS_TYPE, "must be postgresql");
        }
        int colon = address.lastIndexOf(':');
        return new Database(
                colon < 0 ? address : address.substring(0, colon),
                colon < 0 ? 5432 : port(ConfigKey.LIMS_ADDRESS, address.substring(colon + 1)),
                required(ConfigKey.LIMS_NAME),
                required(ConfigKey.LIMS_USER),
                new Secret(required(ConfigKey.LIMS_PASSWORD)));
    }

    private int port(ConfigKey key, String text) {
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > LAST_PORT) {
            throw wrong(key, "must be host or host:port");
        }
        return Integer.parseInt(text);
    }

    private Clarity clarity(String uri) {
        try {
            return new Clarity(
                    new URI(uri.replaceAll("/+$", "") + "/"),
                    required(ConfigKey.CLARITY_USER),
                    new Secret(required(ConfigKey.CLARITY_PASSWORD)));
        } catch (URISyntaxException noUri) {
            throw wrong(ConfigKey.CLARITY_URI, "must be an address");
        }
    }

    private Login login(Path data) {
        OptionalInt seconds = whole(ConfigKey.USER_TIMEOUT, Integer.MAX_VALUE);
        Duration timeout = Duration.ofSeconds(seconds.orElseGet(
                () -> whole(ConfigKey.UI_TIMEOUT, Integer.MAX_VALUE).orElse(7200)));
        String role = text(ConfigKey.LEGACY_USER_ROLE)
                .or(() -> text(ConfigKey.REST_LEGACY_ROLE))
                .or(() -> text(ConfigKey.UI_LEGACY_ROLE))
                .orElse("editor");
        if (!Set.of("viewer", "editor", "admin").contains(role)) {
            throw wrong(ConfigKey.LEGACY_USER_ROLE, "must be viewer, editor or admin");
        }
        return new Login(
                places.userDb(text(ConfigKey.USER_DB), data),
                text(ConfigKey.KEY).or(() -> text(ConfigKey.UI_KEY)).map(Secret::new),
                timeout,
                role,
                Duration.ofHours(whole(ConfigKey.SESSION_HOURS, MOST_HOURS).orElse(12)),
                Duration.ofDays(
                        whole(ConfigKey.INITIAL_PASSWORD_DAYS, MOST_DAYS).orElse(7)),
                Duration.ofDays(whole(ConfigKey.TOKEN_DAYS, MOST_DAYS).orElse(730)));
    }

    private Facility facility() {
        String zone = text(ConfigKey.TIME_ZONE).orElse("UTC");
        try {
            return new Facility(
                    text(ConfigKey.FACILITY_NAME).orElse("EGCG Reporting"),
                    text(ConfigKey.FACILITY_LOGO).map(places::beside),
                    ZoneId.of(zone),
                    sectionOf(ConfigKey.HTTPS).flag(ConfigKey.HTTPS.key()),
                    whole(ConfigKey.TURNAROUND_WEEKS, MOST_WEEKS));
        } catch (DateTimeException unknown) {
            throw wrong(ConfigKey.TIME_ZONE, "unknown zone " + zone);
        }
    }

    private Limits limits() {
        return new Limits(
                whole(ConfigKey.MAX_BODY, MOST_MEGABYTES).orElse(64) * MEGABYTE,
                whole(ConfigKey.MAX_DEPTH, Limits.DEEPEST).orElse(Limits.DEEPEST),
                whole(ConfigKey.MAX_REQUESTS, MOST_REQUESTS).orElse(64),
                seconds(ConfigKey.MAX_WAIT, 10),
                seconds(ConfigKey.STORE_TIME, 60),
                seconds(ConfigKey.LIMS_TIME, 120),
                seconds(ConfigKey.STOP_TIME, 30),
                whole(ConfigKey.LOGIN_FAILURES, MOST_REQUESTS).orElse(20),
                whole(ConfigKey.MAX_VALUES, MOST_VALUES).orElse(1_000_000),
                whole(ConfigKey.MAX_STRANGERS, MOST_REQUESTS).orElse(32),
                seconds(ConfigKey.BODY_TIME, 10));
    }

    Duration seconds(ConfigKey key, int otherwise) {
        return Duration.ofSeconds(whole(key, MOST_SECONDS).orElse(otherwise));
    }

    private List<Integer> coverages() {
        return texts(ConfigKey.COVERAGES).stream()
                .map(text -> {
                    if (!text.matches("[0-9]{1,6}")) {
                        throw wrong(ConfigKey.COVERAGES, "must be whole numbers");
                    }
                    return Integer.valueOf(text);
                })
                .toList();
    }

    private NavigableMap<Double, Double> numbers(ConfigKey key) {
        NavigableMap<Double, Double> numbers = new TreeMap<>();
        Section section = sectionOf(key).section(key.key());
        for (String name : section.keys()) {
            if (!name.matches("[0-9]{1,9}(\\.[0-9]{1,9})?")) {
                throw section.wrong(name, "must be a number");
            }
            numbers.put(
                    Double.valueOf(name), section.number(name).orElseThrow(() -> section.wrong(name, "is missing")));
        }
        return numbers;
    }

    /** Texts by names that may hold anything, in the file's order. */
    Map<String, String> textByText(ConfigKey key) {
        Map<String, String> texts = new LinkedHashMap<>();
        Section section = sectionOf(key).section(key.key());
        section.keys().forEach(name -> texts.put(name, section.text(name)));
        return texts;
    }

    /** What stands in the file; the given value where the key is absent. */
    boolean flag(ConfigKey key, boolean otherwise) {
        return sectionOf(key).flag(key.key(), otherwise);
    }

    /** Whether anything stands under the key. */
    boolean has(ConfigKey key) {
        return sectionOf(key).has(key.key());
    }

    /** A file that the configuration names, looked for beside it. */
    Optional<Path> file(ConfigKey key) {
        return text(key).map(places::beside);
    }

    Optional<String> text(ConfigKey key) {
        return sectionOf(key).optionalText(key.key()).filter(text -> !text.isBlank());
    }

    String required(ConfigKey key) {
        return text(key).orElseThrow(() -> wrong(key, "is missing"));
    }

    /** A list of texts; one text alone counts as a list of one. */
    List<String> texts(ConfigKey key) {
        Section section = sectionOf(key);
        return section.isList(key.key())
                ? section.texts(key.key())
                : section.optionalText(key.key()).stream().toList();
    }

    OptionalInt whole(ConfigKey key, int max) {
        var number = sectionOf(key).whole(key.key());
        if (number.isPresent() && (number.getAsLong() < 1 || number.getAsLong() > max)) {
            throw wrong(key, "must be between 1 and " + max);
        }
        return number.isPresent() ? OptionalInt.of((int) number.getAsLong()) : OptionalInt.empty();
    }

    Misconfigured wrong(ConfigKey key, String reason) {
        return sectionOf(key).wrong(key.key(), reason);
    }
}
