package org.egcg.reporting.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.StringJoiner;

/** Names and values as they stand in a query or form: UTF-8, blank as {@code +}, null left out, a list repeated. */
final class FormText {
    private static final String UNESCAPED_IN_PATH = "-._~!$&'()*+,;=:@";

    private FormText() {}

    static String of(Map<String, JsonNode> values) {
        StringJoiner form = new StringJoiner("&");
        values.forEach((name, value) -> add(form, name, value));
        return form.toString();
    }

    private static void add(StringJoiner form, String name, JsonNode value) {
        if (value.isArray()) {
            value.forEach(member -> add(form, name, member));
        } else if (!value.isNull()) {
            form.add(encoded(name) + "=" + encoded(plain(value)));
        }
    }

    /** Text as it is, {@code True} and {@code False} as the API's Python knows them, objects as JSON. */
    static String plain(JsonNode value) {
        if (value.isBoolean()) {
            return value.booleanValue() ? "True" : "False";
        }
        return value.isValueNode() ? value.asText() : ApiJson.text(value);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    /** One segment of a path, whatever it holds; {@link IllegalArgumentException} for what no segment can say. */
    static String segment(String id) {
        if (id.isEmpty() || id.equals(".") || id.equals("..")) {
            throw new IllegalArgumentException("'%s' cannot be the id of a document's address".formatted(id));
        }
        StringBuilder segment = new StringBuilder();
        for (byte octet : id.getBytes(StandardCharsets.UTF_8)) {
            appendOctet(segment, octet);
        }
        return segment.toString();
    }

    private static void appendOctet(StringBuilder segment, byte octet) {
        char character = (char) (octet & 0xff);
        boolean plain =
                character < 128 && (Character.isLetterOrDigit(character) || UNESCAPED_IN_PATH.indexOf(character) >= 0);
        if (plain) {
            segment.append(character);
        } else {
            segment.append('%').append("%02X".formatted((int) character));
        }
    }
}
