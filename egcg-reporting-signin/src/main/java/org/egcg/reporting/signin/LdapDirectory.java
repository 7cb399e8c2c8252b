package org.egcg.reporting.signin;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.egcg.reporting.config.SignInSettings;
import org.egcg.reporting.error.ReportingException.Misconfigured;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.security.Directory;
import org.egcg.reporting.security.ExternalUser;
import org.egcg.reporting.security.Source;
import org.egcg.reporting.security.internal.SecurityLog;

/**
 * People of an LDAP directory or Active Directory. A user is searched by the name that he enters, and known by his
 * password, by which the server lets him in. A user who is found twice, or whose account is closed, is refused. Thread-safe.
 */
public final class LdapDirectory implements Directory, AutoCloseable {

    /** What stays with an entry when it is renamed, in several makers' words. */
    private static final List<String> IDS = List.of("entryUUID", "nsUniqueId", "ipaUniqueID", "GUID");

    private static final String BINARY_ID = "objectGUID";
    private static final String ALSO_NESTED = ":1.2.840.113556.1.4.1941:={dn}";
    private static final Pattern PLACE = Pattern.compile("\\{(?:name|dn)}");
    private static final int MOST_GROUPS = 1_000;
    private static final int SECONDS = 10;

    private final SignInSettings.Ldap settings;
    private final LdapServers servers;
    private final InstantSource clock;
    private final String groupFilter;

    public LdapDirectory(SignInSettings.Ldap settings) {
        this(settings, InstantSource.system());
    }

    LdapDirectory(SignInSettings.Ldap settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        this.groupFilter =
                settings.nested() ? settings.groupFilter().replace("={dn}", ALSO_NESTED) : settings.groupFilter();
        checked("sign_in.ldap.user_filter", () -> filter(settings.userFilter(), "x", "x"));
        checked("sign_in.ldap.group_filter", () -> filter(groupFilter, "x", "x"));
        checked("sign_in.ldap.user_base", () -> new DN(settings.userBase()));
        checked("sign_in.ldap.group_base", () -> new DN(settings.groupBase().orElse("")));
        this.servers = new LdapServers(settings);
    }

    /** A text that a library reads. */
    @FunctionalInterface
    private interface Reading {
        Object read() throws LDAPException;
    }

    private static void checked(String key, Reading reading) {
        try {
            reading.read();
        } catch (LDAPException broken) {
            throw new Misconfigured("configuration", key, broken.getMessage());
        }
    }

    /** Each place is filled once, so that a name which looks like a place is no more than a name. */
    private static Filter filter(String template, String name, String dn) throws LDAPException {
        return Filter.create(PLACE.matcher(template)
                .replaceAll(place -> Matcher.quoteReplacement(
                        Filter.encodeValue(place.group().equals("{name}") ? name : dn))));
    }

    @Override
    public Source source() {
        return Source.LDAP;
    }

    @Override
    public Optional<ExternalUser> authenticate(String name, String password) {
        return entry(name)
                .filter(entry -> servers.accepts(entry.getDN(), password))
                .flatMap(this::person);
    }

    @Override
    public Optional<ExternalUser> named(String name) {
        return entry(name).flatMap(this::person);
    }

    private Optional<SearchResultEntry> entry(String name) {
        if (ExternalNames.acceptable(name).isEmpty()) {
            return Optional.empty();
        }
        List<SearchResultEntry> found =
                search(settings.userBase(), settings.userFilter(), name, "", 2, userAttributes());
        if (found.size() > 1) {
            SecurityLog.warn("the directory has several entries for a name", "user", name);
        }
        return found.size() == 1
                ? Optional.of(found.get(0)).filter(entry -> !AccountState.isClosed(entry, clock.instant()))
                : Optional.empty();
    }

    private String[] userAttributes() {
        Stream<String> own = Stream.of(settings.nameAttribute(), "memberOf", BINARY_ID);
        return Stream.of(own, IDS.stream(), AccountState.ATTRIBUTES.stream())
                .flatMap(attributes -> attributes)
                .toArray(String[]::new);
    }

    private List<SearchResultEntry> search(
            String base, String template, String name, String dn, int most, String... attributes) {
        try {
            SearchRequest request = new SearchRequest(base, SearchScope.SUB, filter(template, name, dn), attributes);
            request.setSizeLimit(most);
            request.setTimeLimitSeconds(SECONDS);
            return servers.search(request);
        } catch (LDAPException broken) {
            throw new Unavailable("directory", "the directory cannot be asked: " + broken.getMessage(), broken);
        }
    }

    /** Empty if the entry has no name that can be one here. */
    private Optional<ExternalUser> person(SearchResultEntry entry) {
        return Optional.ofNullable(entry.getAttributeValue(settings.nameAttribute()))
                .flatMap(ExternalNames::acceptable)
                .map(name -> new ExternalUser(Source.LDAP, subject(entry), name, Groups.normal(groups(entry, name))));
    }

    private static String subject(Entry entry) {
        byte[] binary = entry.getAttributeValueBytes(BINARY_ID);
        return binary != null
                ? HexFormat.of().formatHex(binary)
                : IDS.stream()
                        .map(entry::getAttributeValue)
                        .flatMap(Stream::ofNullable)
                        .findFirst()
                        .orElseGet(() -> Groups.normal(entry.getDN()));
    }

    private List<String> groups(Entry entry, String name) {
        String[] named = entry.getAttributeValues("memberOf");
        Stream<String> told = Stream.of(named == null ? new String[0] : named)
                .filter(this::isOurs)
                .flatMap(Groups::ofDn);
        Stream<String> found = settings.groupBase().stream()
                .flatMap(base -> search(base, groupFilter, name, entry.getDN(), MOST_GROUPS, "cn").stream())
                .flatMap(group -> Groups.ofDn(group.getDN()));
        return Stream.concat(told, found).toList();
    }

    /** Elsewhere all users may be allowed to make groups, of whatever name. */
    private boolean isOurs(String dn) {
        try {
            return settings.groupBase().isEmpty()
                    || DN.isDescendantOf(dn, settings.groupBase().get(), false);
        } catch (LDAPException noDn) {
            return false;
        }
    }

    @Override
    public void close() {
        servers.close();
    }
}
