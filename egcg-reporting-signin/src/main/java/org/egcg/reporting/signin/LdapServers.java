package org.egcg.reporting.signin;

import com.unboundid.ldap.sdk.BindRequest;
import com.unboundid.ldap.sdk.FailoverServerSet;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPConnectionPool;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.ServerSet;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import com.unboundid.ldap.sdk.SingleServerSet;
import com.unboundid.ldap.sdk.StartTLSPostConnectProcessor;
import com.unboundid.util.ssl.HostNameSSLSocketVerifier;
import java.net.URI;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.egcg.reporting.config.SignInSettings;
import org.egcg.reporting.error.ReportingException.Misconfigured;
import org.egcg.reporting.error.ReportingException.Unavailable;

/**
 * The connections to a directory: the first of its servers that answers is asked. Certificates are checked, with the
 * host's name in them, whether TLS is there from the beginning or by StartTLS. All that fails for another reason than a
 * password throws {@link Unavailable}. Thread-safe.
 */
final class LdapServers implements AutoCloseable {

    private static final int CONNECT_MILLIS = 3_000;
    private static final int ANSWER_MILLIS = 10_000;
    private static final int MOST_CONNECTIONS = 8;
    private static final long LONGEST_MILLIS = 600_000;
    private static final int PLAIN_PORT = 389;
    private static final int TLS_PORT = 636;
    private static final Set<ResultCode> BUSY =
            Set.of(ResultCode.BUSY, ResultCode.UNAVAILABLE, ResultCode.TIME_LIMIT_EXCEEDED, ResultCode.OTHER);

    private final ServerSet servers;
    private final LDAPConnectionPool pool;
    private final ProviderOutage outage = new ProviderOutage();

    LdapServers(SignInSettings.Ldap settings) {
        SSLContext tls = Authorities.of(settings.caFile(), "sign_in.ldap.ca_file");
        FailoverServerSet all = new FailoverServerSet(settings.urls().stream()
                .map(url -> server(url, settings.startTls(), tls))
                .toList());
        all.setReOrderOnFailover(true);
        servers = all;
        BindRequest account = settings.account()
                .map(known -> new SimpleBindRequest(known.dn(), known.password().value()))
                .orElseGet(SimpleBindRequest::new);
        try {
            pool = new LDAPConnectionPool(servers, account, 0, MOST_CONNECTIONS);
        } catch (LDAPException wrong) {
            throw new Misconfigured("configuration", "sign_in.ldap", wrong.getMessage());
        }
        pool.setMaxWaitTimeMillis(CONNECT_MILLIS);
        pool.setMaxConnectionAgeMillis(LONGEST_MILLIS);
        pool.setRetryFailedOperationsDueToInvalidConnections(true);
    }

    private static ServerSet server(URI url, boolean startTls, SSLContext tls) {
        boolean secure = url.getScheme().equals("ldaps");
        String host = url.getHost().replaceAll("[\\[\\]]", "");
        int port = url.getPort() > 0 ? url.getPort() : secure ? TLS_PORT : PLAIN_PORT;
        LDAPConnectionOptions options = options();
        return secure
                ? new SingleServerSet(host, port, tls.getSocketFactory(), options)
                : new SingleServerSet(
                        host, port, null, options, null, startTls ? new StartTLSPostConnectProcessor(tls) : null);
    }

    private static LDAPConnectionOptions options() {
        LDAPConnectionOptions options = new LDAPConnectionOptions();
        options.setConnectTimeoutMillis(CONNECT_MILLIS);
        options.setResponseTimeoutMillis(ANSWER_MILLIS);
        options.setSSLSocketVerifier(new HostNameSSLSocketVerifier(true));
        options.setFollowReferrals(false);
        options.setUseSynchronousMode(true);
        return options;
    }

    /** The entries that a search finds; at most as many as it asks for. */
    List<SearchResultEntry> search(SearchRequest request) {
        check();
        try {
            return pool.search(request).getSearchEntries();
        } catch (LDAPSearchException ended) {
            if (ended.getResultCode().equals(ResultCode.SIZE_LIMIT_EXCEEDED)) {
                return ended.getSearchEntries();
            }
            throw away(ended);
        }
    }

    /** Whether a password is an entry's. An empty one would be an anonymous login, which servers answer with success. */
    boolean accepts(String dn, String password) {
        if (password.isEmpty()) {
            return false;
        }
        check();
        try (LDAPConnection connection = servers.getConnection()) {
            connection.bind(new SimpleBindRequest(dn, password));
            return true;
        } catch (LDAPException refused) {
            if (isAway(refused.getResultCode())) {
                throw away(refused);
            }
            return false;
        }
    }

    private void check() {
        if (outage.lasts()) {
            throw new Unavailable("directory", "the directory was away a moment ago", null);
        }
    }

    private Unavailable away(LDAPException reason) {
        if (isAway(reason.getResultCode())) {
            outage.begins();
        }
        return new Unavailable("directory", "the directory: " + reason.getMessage(), reason);
    }

    private static boolean isAway(ResultCode code) {
        return !code.isConnectionUsable() || BUSY.contains(code);
    }

    @Override
    public void close() {
        pool.close();
    }
}
