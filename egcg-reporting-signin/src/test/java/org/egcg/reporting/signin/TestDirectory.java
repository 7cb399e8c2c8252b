package org.egcg.reporting.signin;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSimpleBindRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldif.LDIFException;
import com.unboundid.util.ssl.KeyStoreKeyManager;
import com.unboundid.util.ssl.SSLUtil;
import com.unboundid.util.ssl.TrustAllTrustManager;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.egcg.reporting.config.Secret;
import org.egcg.reporting.config.SignInSettings;

/** A directory with a few people of an institute, which any test may change. */
public final class TestDirectory implements AutoCloseable {

    public static final String PEOPLE = "ou=people,dc=example,dc=org";
    public static final String GROUPS = "ou=groups,dc=example,dc=org";
    public static final String READER = "cn=reader,dc=example,dc=org";
    public static final String READER_PASSWORD = "may read only";
    public static final String PASSWORD = "a password of the institute";

    private static final String TREE = """
            dn: dc=example,dc=org
            objectClass: domain
            dc: example

            dn: ou=people,dc=example,dc=org
            objectClass: organizationalUnit
            ou: people

            dn: ou=groups,dc=example,dc=org
            objectClass: organizationalUnit
            ou: groups

            dn: ou=clubs,dc=example,dc=org
            objectClass: organizationalUnit
            ou: clubs

            """;

    /** Which searches and binds were asked for. */
    final List<String> asked = new CopyOnWriteArrayList<>();

    private final InMemoryDirectoryServer server;

    private TestDirectory(InMemoryListenerConfig listener) throws LDAPException {
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig("dc=example,dc=org");
        config.setSchema(null);
        config.setListenerConfigs(listener);
        config.addAdditionalBindCredentials(READER, READER_PASSWORD);
        config.addInMemoryOperationInterceptor(new Ear());
        server = new InMemoryDirectoryServer(config);
        server.importFromLDIF(
                true,
                new com.unboundid.ldif.LDIFReader(
                        new java.io.ByteArrayInputStream(TREE.getBytes(StandardCharsets.UTF_8))));
        server.startListening();
    }

    /** Hears what is asked. */
    private final class Ear extends InMemoryOperationInterceptor {
        @Override
        public void processSearchRequest(InMemoryInterceptedSearchRequest request) {
            asked.add("search " + request.getRequest().getFilter());
        }

        @Override
        public void processSimpleBindRequest(InMemoryInterceptedSimpleBindRequest request) {
            asked.add("bind " + request.getRequest().getBindDN());
        }
    }

    /** Without TLS. */
    public static TestDirectory start() throws LDAPException {
        return new TestDirectory(InMemoryListenerConfig.createLDAPConfig("plain"));
    }

    /** With StartTLS. */
    public static TestDirectory startTls(Path keys) throws LDAPException, GeneralSecurityException {
        SSLUtil tls = tls(keys);
        return new TestDirectory(
                InMemoryListenerConfig.createLDAPConfig("start tls", null, 0, tls.createSSLSocketFactory()));
    }

    /** With TLS from the beginning. */
    public static TestDirectory withTls(Path keys) throws LDAPException, GeneralSecurityException {
        SSLUtil tls = tls(keys);
        return new TestDirectory(InMemoryListenerConfig.createLDAPSConfig("tls", tls.createSSLServerSocketFactory()));
    }

    private static SSLUtil tls(Path keys) throws GeneralSecurityException {
        return new SSLUtil(
                new KeyStoreKeyManager(keys.toFile(), Certificates.PASSWORD.toCharArray(), "PKCS12", "server"),
                new TrustAllTrustManager());
    }

    public int port() {
        return server.getListenPort();
    }

    /** How it is asked without TLS. */
    public SignInSettings.Ldap settings() {
        return settings("ldap", false, Optional.empty());
    }

    /** The same with other servers, another account, another filter or with groups of groups. */
    static SignInSettings.Ldap but(
            SignInSettings.Ldap plain,
            List<URI> urls,
            SignInSettings.Account account,
            String userFilter,
            boolean nested) {
        return new SignInSettings.Ldap(
                urls,
                plain.startTls(),
                plain.caFile(),
                Optional.of(account),
                plain.userBase(),
                userFilter,
                plain.groupBase(),
                plain.groupFilter(),
                plain.nameAttribute(),
                nested);
    }

    SignInSettings.Ldap settings(String scheme, boolean startTls, Optional<Path> authority) {
        return new SignInSettings.Ldap(
                List.of(URI.create(scheme + "://localhost:" + port())),
                startTls,
                authority,
                Optional.of(new SignInSettings.Account(READER, new Secret(READER_PASSWORD))),
                PEOPLE,
                "(uid={name})",
                Optional.of(GROUPS),
                "(member={dn})",
                "uid",
                false);
    }

    /** Adds somebody with {@link #PASSWORD}. */
    public TestDirectory person(String uid, String... more) throws LDAPException {
        String[] lines = new String[more.length + 5];
        lines[0] = "dn: " + dn(uid);
        lines[1] = "objectClass: inetOrgPerson";
        lines[2] = "uid: " + uid;
        lines[3] = "cn: " + uid;
        lines[4] = "userPassword: " + PASSWORD;
        System.arraycopy(more, 0, lines, 5, more.length);
        return add(lines);
    }

    private TestDirectory add(String... lines) throws LDAPException {
        try {
            server.add(lines);
            return this;
        } catch (LDIFException broken) {
            throw new IllegalArgumentException(broken);
        }
    }

    public static String dn(String uid) {
        return "uid=" + uid + "," + PEOPLE;
    }

    /** Adds a group below the groups. */
    public TestDirectory group(String name, String... members) throws LDAPException {
        return groupBelow(GROUPS, name, members);
    }

    TestDirectory groupBelow(String base, String name, String... members) throws LDAPException {
        String[] lines = new String[members.length + 3];
        lines[0] = "dn: cn=" + name + "," + base;
        lines[1] = "objectClass: groupOfNames";
        lines[2] = "cn: " + name;
        for (int i = 0; i < members.length; i++) {
            lines[i + 3] = "member: " + members[i];
        }
        return add(lines);
    }

    /** Sets the values of an attribute; none removes it. */
    public void set(String dn, String attribute, String... values) throws LDAPException {
        server.modify(dn, new Modification(ModificationType.REPLACE, attribute, values));
    }

    public void rename(String uid, String to) throws LDAPException {
        server.modifyDN(dn(uid), "uid=" + to, true);
    }

    public void remove(String dn) throws LDAPException {
        server.delete(dn);
    }

    /** Goes away; {@link #back()} brings it back on the same port. */
    public void away() {
        server.shutDown(true);
    }

    public void back() throws LDAPException {
        server.restartServer();
    }

    @Override
    public void close() {
        server.shutDown(true);
    }
}
