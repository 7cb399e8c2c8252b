package org.egcg.reporting.security;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * From where attempts are counted as one: an IPv4 address, or the 64 bits of an IPv6 address that one customer has to
 * himself, however the text spells it and whatever port or zone stands behind it.
 */
final class NetworkAddress {

    private static final Pattern V4 = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3}){3})(?::\\d{1,5})?");
    private static final Pattern V6 =
            Pattern.compile("\\[?([0-9a-f:.]*:[0-9a-f:.]*)(?:%[^\\]]*)?(?:\\](?::\\d{1,5})?)?");
    private static final byte[] NAT64 = HexFormat.of().parseHex("0064ff9b0000000000000000");
    private static final int LONGEST = 64;

    private NetworkAddress() {}

    static String network(String address) {
        String plain = address.strip().toLowerCase(Locale.ROOT);
        Matcher four = V4.matcher(plain);
        if (four.matches()) {
            return parsed(four.group(1), plain);
        }
        Matcher six = V6.matcher(plain);
        return six.matches() ? parsed(six.group(1), plain) : cut(plain);
    }

    /** Texts that are no names: no name server is asked for them. */
    private static String parsed(String literal, String plain) {
        try {
            InetAddress address = InetAddress.getByName(decimal(literal));
            byte[] bytes = address.getAddress();
            if (address instanceof Inet4Address) {
                return address.getHostAddress();
            }
            return Arrays.equals(NAT64, Arrays.copyOf(bytes, NAT64.length))
                    ? InetAddress.getByAddress(Arrays.copyOfRange(bytes, NAT64.length, bytes.length))
                            .getHostAddress()
                    : HexFormat.of().formatHex(bytes, 0, 8) + "/64";
        } catch (UnknownHostException | NumberFormatException none) {
            return cut(plain);
        }
    }

    /** Leading zeros of IPv4 mean nothing here. */
    private static String decimal(String literal) throws UnknownHostException {
        if (literal.indexOf(':') >= 0) {
            return literal;
        }
        StringBuilder decimal = new StringBuilder();
        for (String part : literal.split("\\.")) {
            int number = Integer.parseInt(part);
            if (number > 255) {
                throw new UnknownHostException(literal);
            }
            decimal.append(decimal.isEmpty() ? "" : ".").append(number);
        }
        return decimal.toString();
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
