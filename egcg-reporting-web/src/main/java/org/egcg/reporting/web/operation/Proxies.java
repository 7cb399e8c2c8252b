package org.egcg.reporting.web.operation;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The proxies that tell truly whose requests they hand over, by address or by network. Immutable. */
final class Proxies {

    private static final System.Logger LOG = System.getLogger(Proxies.class.getName());
    private static final Pattern FORM = Pattern.compile("([^/]*)(?:/(\\d{1,3}))?");

    private final List<Network> networks;

    /** The first bits that its addresses share, and how many bits behind them differ. */
    private record Network(BigInteger first, int length, int rest) {

        /** Empty, and said so in the log, if it is neither an address nor a network. */
        static Optional<Network> of(String configured) {
            Matcher parts = FORM.matcher(configured.strip());
            Optional<byte[]> address = parts.matches() ? ClientAddress.bytes(parts.group(1)) : Optional.empty();
            if (address.isEmpty()) {
                LOG.log(System.Logger.Level.WARNING, "service.proxies: {0} is no address and no network", configured);
            }
            return address.map(bytes -> new Network(bytes, rest(parts.group(2), bytes.length * Byte.SIZE)));
        }

        private static int rest(String prefix, int all) {
            return prefix == null ? 0 : Math.max(0, all - Integer.parseInt(prefix));
        }

        private Network(byte[] address, int rest) {
            this(new BigInteger(1, address).shiftRight(rest), address.length, rest);
        }

        boolean contains(byte[] other) {
            return other.length == length
                    && new BigInteger(1, other).shiftRight(rest).equals(first);
        }
    }

    /** @param configured addresses, or networks such as {@code 10.0.0.0/8} */
    Proxies(List<String> configured) {
        networks =
                configured.stream().map(Network::of).flatMap(Optional::stream).toList();
    }

    boolean contain(ClientAddress address) {
        byte[] bytes = ClientAddress.bytes(address.text()).orElseThrow();
        return networks.stream().anyMatch(network -> network.contains(bytes));
    }

    /**
     * Who sent what a known proxy handed over: the last hop that is no known proxy. Behind a hop that is no address
     * nothing is believed: the request then comes from the proxy that wrote it.
     *
     * @param peer at the other end of the connection
     * @param headers all lines of {@code X-Forwarded-For}, in their order
     */
    ClientAddress client(ClientAddress peer, List<String> headers) {
        List<String> hops = new ArrayList<>();
        headers.forEach(line -> hops.addAll(List.of(line.split(","))));
        hops.removeIf(String::isBlank);
        Collections.reverse(hops);
        ClientAddress client = peer;
        for (String hop : hops) {
            Optional<ClientAddress> before = ClientAddress.of(hop);
            if (!contain(client) || before.isEmpty()) {
                return client;
            }
            client = before.get();
        }
        return client;
    }
}
