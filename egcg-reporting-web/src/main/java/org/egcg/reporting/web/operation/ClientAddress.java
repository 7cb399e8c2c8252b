package org.egcg.reporting.web.operation;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An internet address in the one spelling that it has here: IPv4 as four numbers, also where it was sent inside of IPv6,
 * and IPv6 as eight in lower case. Read from what proxies and servers write, never by asking a name server.
 */
record ClientAddress(String text) {

    private static final String NUMBER = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern IPV4 = Pattern.compile("(?:" + NUMBER + "\\.){3}" + NUMBER);
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:]*:[0-9a-fA-F:.]*");
    private static final int LONGEST = 64;
    private static final int NETWORK_BYTES = 8;

    /** What {@code ip}, {@code ip:port}, {@code [ip]:port} or any of them in quotes names; empty if that is no address. */
    static Optional<ClientAddress> of(String written) {
        String text = written.strip().replaceAll("^\"(.*)\"$", "$1");
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        if (text.startsWith("[")) {
            return parsed(text.replaceFirst("^\\[([^\\]]*)\\](?::\\d{1,5})?$", "$1"));
        }
        boolean port = text.indexOf(':') == text.lastIndexOf(':');
        return parsed(port ? text.replaceFirst(":\\d{1,5}$", "") : text);
    }

    private static Optional<ClientAddress> parsed(String text) {
        return bytes(text).map(bytes -> new ClientAddress(spelt(bytes)));
    }

    /** Only what consists of numbers is handed on: everything else would be looked up as a name. */
    static Optional<byte[]> bytes(String text) {
        if (!IPV4.matcher(text).matches() && !IPV6.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text).getAddress());
        } catch (UnknownHostException noAddress) {
            return Optional.empty();
        }
    }

    private static String spelt(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes).getHostAddress();
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Who counts as one: an IPv4 address, or the 64 bits of IPv6 that a household or a laboratory is given. */
    static String network(String address) {
        Optional<byte[]> bytes = bytes(address);
        if (bytes.isEmpty() || bytes.get().length <= NETWORK_BYTES) {
            return address;
        }
        byte[] first = Arrays.copyOf(bytes.get(), bytes.get().length);
        Arrays.fill(first, NETWORK_BYTES, first.length, (byte) 0);
        return spelt(first) + "/64";
    }
}
