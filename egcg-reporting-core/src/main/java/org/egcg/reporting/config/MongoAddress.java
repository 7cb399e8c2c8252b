package org.egcg.reporting.config;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Makes a connection string of the ways in which a MongoDB can be named. */
final class MongoAddress {

    private static final String SCHEME = "mongodb://";

    private MongoAddress() {}

    /**
     * @param host a host, host:port, or a connection string
     * @param port for hosts that bring none of their own
     */
    static String of(String host, OptionalInt port) {
        if (host.startsWith("mongodb+srv://")) {
            return host;
        }
        String address = host.startsWith(SCHEME) ? host.substring(SCHEME.length()) : host;
        int slash = address.indexOf('/', address.lastIndexOf('@') + 1);
        String authority = slash < 0 ? address : address.substring(0, slash);
        int at = authority.lastIndexOf('@') + 1;
        String hosts = Arrays.stream(authority.substring(at).split(","))
                .map(name -> withPort(name, port))
                .collect(Collectors.joining(","));
        return SCHEME + authority.substring(0, at) + hosts + address.substring(authority.length());
    }

    private static String withPort(String host, OptionalInt port) {
        boolean named = host.lastIndexOf(':') > host.lastIndexOf(']');
        return named || port.isEmpty() ? host : host + ":" + port.getAsInt();
    }
}
