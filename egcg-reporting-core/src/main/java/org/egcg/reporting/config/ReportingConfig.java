package org.egcg.reporting.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * All settings of a service, one record per subject. Nothing but the packaged file is needed: it asks for embedded
 * databases in the data directory. Immutable; passwords and keys never show in {@code toString}.
 *
 * @param source the file that was read, for messages
 * @param dataDirectory where embedded databases and generated keys live; it need not exist yet
 * @param files the schema, thresholds, columns and statuses
 * @param port the port asked for; empty if the file names none
 * @param clarity Clarity's REST API; empty if there is none
 * @param signIn whom the institute vouches for
 * @param notices how people are told of what has happened
 */
public record ReportingConfig(
        String source,
        Path dataDirectory,
        ConfigDirectory files,
        OptionalInt port,
        Api api,
        Store store,
        Lims lims,
        Optional<Clarity> clarity,
        Login login,
        Yields yields,
        Facility facility,
        Names names,
        Limits limits,
        SignInSettings signIn,
        NoticeSettings notices) {

    /**
     * Where and for whom the API is.
     *
     * @param urlPrefix first part of all paths, such as {@code api}; may be empty
     * @param apiVersion second part of all paths, such as {@code 0.1}; may be empty
     * @param crossOrigin what pages of other origins may do
     * @param proxies the addresses or networks of proxies that tell truly whose requests they hand over
     */
    public record Api(String urlPrefix, String apiVersion, CrossOrigin crossOrigin, List<String> proxies) {
        public Api {
            proxies = List.copyOf(proxies);
        }

        /** What stands before all paths: {@code /api/0.1}, or nothing unless both parts are set. */
        public String prefix() {
            return urlPrefix.isEmpty() || apiVersion.isEmpty() ? "" : "/" + urlPrefix + "/" + apiVersion;
        }
    }

    /**
     * What pages of other origins may do with the API.
     *
     * @param origins whose pages may call it; empty if none may
     * @param methods that they may use; empty for all that an address has
     * @param headers that they may send
     * @param exposed the headers that they may read
     */
    public record CrossOrigin(List<String> origins, List<String> methods, List<String> headers, List<String> exposed) {
        /** The headers that clients of the API send. */
        public static final List<String> SENT = List.of(
                "Authorization",
                "Content-Type",
                "If-Match",
                "If-None-Match",
                "Idempotency-Key",
                "X-HTTP-Method-Override");

        /** The headers that clients of the API read. */
        public static final List<String> READ =
                List.of("ETag", "Idempotency-Key", "Link", "Location", "Retry-After", "X-Total-Count");

        public CrossOrigin {
            origins = List.copyOf(origins);
            methods = List.copyOf(methods);
            headers = List.copyOf(headers);
            exposed = List.copyOf(exposed);
        }
    }

    /**
     * Where documents live.
     *
     * @param connectionString of MongoDB; empty if the embedded store is to be used
     * @param database the database's name
     * @param historyDays how long it is kept who has changed which document; 0 for ever
     */
    public record Store(Optional<Secret> connectionString, String database, int historyDays) {
        public Store(Optional<Secret> connectionString, String database) {
            this(connectionString, database, 0);
        }
    }

    /**
     * The Clarity LIMS' database.
     *
     * @param database empty if the embedded LIMS is to be used
     * @param url address of Clarity in links; empty only with the embedded LIMS
     */
    public record Lims(Optional<Database> database, Optional<String> url) {}

    /** A PostgreSQL database. */
    public record Database(String host, int port, String name, String username, Secret password) {
        public String jdbcUrl() {
            return "jdbc:postgresql://" + host + ":" + port + "/" + name;
        }
    }

    /**
     * Clarity's own REST API.
     *
     * @param baseUri ends with exactly one slash
     * @param username the account that reads thresholds of samples
     */
    public record Clarity(URI baseUri, String username, Secret password) {}

    /**
     * Users and their tokens.
     *
     * @param userDb a JDBC URL, or the path of an SQLite file
     * @param key signs tokens; empty if one is to be made and kept in the data directory
     * @param timeout how long a token is good
     * @param legacyRole role of users that have none yet: {@code viewer}, {@code editor} or {@code admin}
     * @param longestSession after which a visitor of the pages logs in again in any case
     * @param initialPassword how long a password that an administrator has given is good
     * @param longestToken how long a token for a program may be good
     */
    public record Login(
            String userDb,
            Optional<Secret> key,
            Duration timeout,
            String legacyRole,
            Duration longestSession,
            Duration initialPassword,
            Duration longestToken) {}

    /**
     * What can be ordered.
     *
     * @param coverages in X, for which a species' required yield is worked out
     * @param q30ByYield yields in Gb, each with the yield at Q30 that it promises
     */
    public record Yields(List<Integer> coverages, NavigableMap<Double, Double> q30ByYield) {
        public Yields {
            coverages = List.copyOf(coverages);
            q30ByYield = Collections.unmodifiableNavigableMap(new TreeMap<>(q30ByYield));
        }
    }

    /**
     * How the pages present the laboratory.
     *
     * @param timeZone the zone in which they show times
     * @param https whether browsers come by HTTPS only
     * @param turnaroundWeeks within how many weeks of its arrival a sample is to be delivered; empty if nothing is promised
     */
    public record Facility(
            String name, Optional<Path> logo, ZoneId timeZone, boolean https, OptionalInt turnaroundWeeks) {}

    /**
     * How the laboratory calls things.
     *
     * @param runIdPattern a regular expression of its run ids; empty if only makers' forms are used
     * @param controls kinds of controls, each with a regular expression of the ids of such samples
     */
    public record Names(Optional<String> runIdPattern, Map<String, String> controls) {
        public Names {
            controls = Map.copyOf(controls);
        }
    }

    /**
     * How much at once, how deep and how long, so that no client takes the service from the others.
     *
     * @param body bytes that a request may send
     * @param depth how deep JSON that is sent may nest
     * @param requests how many are worked on at the same time
     * @param waiting how long one more waits for its turn
     * @param store how long one question to the store may take
     * @param lims how long one question to the LIMS may take
     * @param stopping how long a stopping server waits for requests at work
     * @param loginFailures how many logins of an account may fail from one address before further ones have to wait
     * @param values how many values JSON that is sent may have
     * @param strangers how many requests are worked on at the same time whose senders are not known yet
     * @param arriving how long a body may take to arrive, however short it is
     */
    public record Limits(
            int body,
            int depth,
            int requests,
            Duration waiting,
            Duration store,
            Duration lims,
            Duration stopping,
            int loginFailures,
            int values,
            int strangers,
            Duration arriving) {

        /** Deeper than this no JSON is read, whatever is configured. */
        static final int DEEPEST = 100;
    }
}
